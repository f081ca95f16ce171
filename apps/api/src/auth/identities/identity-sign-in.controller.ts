import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/public.decorator';
import { SecurityEvents } from '../../platform/observability/security-events';
import { RateLimits } from '../../platform/rate-limits/rate-limits';
import { ClientReader } from '../client-reader';
import { SecondFactorChallenge, SignedIn } from '../dto/auth.dto';
import { SessionPresenter } from '../session-presenter';
import { Authorizations } from './authorizations';
import { AuthorizationAddress, AuthorizationAnswerBody, BeginIdentitySignInBody } from './dto/identity.dto';
import { SignInByIdentity } from './use-cases/sign-in-by-identity';

/** Signing in with an identity at Google or GitHub. */
@ApiTags('auth')
@ApiExtraModels(SecondFactorChallenge)
@Public()
@Controller('api/login/identity')
export class IdentitySignInController {
  constructor(
    private readonly authorizations: Authorizations,
    private readonly signIn: SignInByIdentity,
    private readonly clients: ClientReader,
    private readonly presenter: SessionPresenter,
    private readonly limits: RateLimits,
    private readonly events: SecurityEvents,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Begin a sign-in at a provider: where the browser is to go',
    description: 'It comes back to the page of the provider below `/sign-in/`, within ten minutes.',
  })
  @ApiResponse({ status: 200, type: AuthorizationAddress })
  async begin(
    @Body() { provider, locale }: BeginIdentitySignInBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuthorizationAddress> {
    return { url: await this.authorizations.begin(reply, { provider, sessionId: null, locale }) };
  }

  @Post('complete')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Sign in, or register, with what the provider has sent the browser back',
    description:
      'An identity that nobody has makes a new account, unless its address has one: 409 `identity.account-exists`. ' +
      '503 `identity.unavailable` when the provider cannot be reached.',
  })
  @ApiResponse({
    status: 200,
    schema: { oneOf: [{ $ref: getSchemaPath(SignedIn) }, { $ref: getSchemaPath(SecondFactorChallenge) }] },
  })
  async complete(
    @Body() { provider, ...answer }: AuthorizationAnswerBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn | SecondFactorChallenge> {
    const client = this.clients.read(request);
    const purpose = { provider, sessionId: null };
    const signIn = async () => {
      const { identity, locale } = await this.authorizations.complete(request, reply, purpose, answer);
      return this.signIn.execute(identity, locale, client);
    };
    const refused = (kind: string) => this.events.record('sign-in.throttled', { kind });
    const signedIn = await this.limits.countFailures([['sign-in.address', request.ip]], signIn, refused);
    return 'challenge' in signedIn ? signedIn : this.presenter.signedIn(request, reply, signedIn);
  }
}
