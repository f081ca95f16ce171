import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/public.decorator';
import { SecurityEvents } from '../../platform/observability/security-events';
import { RateLimits } from '../../platform/rate-limits/rate-limits';
import { ClientReader } from '../client-reader';
import { SignedIn } from '../dto/auth.dto';
import { SessionPresenter } from '../session-presenter';
import { PasskeyOptions, PasskeySignInBody } from './dto/passkey.dto';
import { PasskeyAssertions } from './passkey-assertions';
import { SignInByPasskey } from './use-cases/sign-in-by-passkey';

/** Signing in with a passkey. */
@ApiTags('auth')
@Public()
@Controller('api/login/passkey')
export class PasskeySignInController {
  constructor(
    private readonly assertions: PasskeyAssertions,
    private readonly signIn: SignInByPasskey,
    private readonly clients: ClientReader,
    private readonly presenter: SessionPresenter,
    private readonly limits: RateLimits,
    private readonly events: SecurityEvents,
  ) {}

  @Post('options')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a browser is asked to have signed by a passkey; good for one sign-in within ten minutes',
  })
  @ApiResponse({ status: 200, type: PasskeyOptions })
  async options(): Promise<PasskeyOptions> {
    return { options: await this.assertions.begin() };
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Sign in with a passkey; no second factor is asked for',
    description:
      '401 `passkey.unknown` when nobody has this passkey: the browser may forget it. Works while passwords are being guessed.',
  })
  @ApiResponse({ status: 200, type: SignedIn })
  async login(
    @Body() body: PasskeySignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const client = this.clients.read(request);
    const refused = (kind: string) => this.events.record('sign-in.throttled', { kind });
    const signIn = () => this.signIn.execute(body, client);
    const signedIn = await this.limits.countFailures([['sign-in.address', request.ip]], signIn, refused);
    return this.presenter.signedIn(request, reply, signedIn);
  }
}
