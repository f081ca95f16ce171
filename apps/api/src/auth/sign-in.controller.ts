import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../platform/http/public.decorator';
import { SecurityEvents } from '../platform/observability/security-events';
import { type LimitedKey, RateLimits } from '../platform/rate-limits/rate-limits';
import { ClientReader } from './client-reader';
import { RecordConsents } from './consents/use-cases/record-consents';
import { emailKey } from './domain/email-key';
import { LoginBody, MailedLinkBody, RegisterBody, SecondFactorChallenge, SignedIn } from './dto/auth.dto';
import { AnswerChallengeBody } from './second-factor/dto/second-factor.dto';
import { AnswerChallenge } from './second-factor/use-cases/answer-challenge';
import { SessionPresenter } from './session-presenter';
import { RegisterAccount } from './use-cases/register-account';
import { SignIn } from './use-cases/sign-in';
import { SignInByLink } from './use-cases/sign-in-by-link';

const signedInOrChallenged = {
  status: 200,
  schema: { oneOf: [{ $ref: getSchemaPath(SignedIn) }, { $ref: getSchemaPath(SecondFactorChallenge) }] },
};

/** Registering and signing in. */
@ApiTags('auth')
@ApiExtraModels(SecondFactorChallenge)
@Controller('api')
export class SignInController {
  constructor(
    private readonly registerAccount: RegisterAccount,
    private readonly recordConsents: RecordConsents,
    private readonly signIn: SignIn,
    private readonly signInByLink: SignInByLink,
    private readonly answerChallenge: AnswerChallenge,
    private readonly clients: ClientReader,
    private readonly presenter: SessionPresenter,
    private readonly limits: RateLimits,
    private readonly events: SecurityEvents,
  ) {}

  @Post('register')
  @Public()
  @ApiOperation({ summary: 'Create an account and sign in' })
  @ApiResponse({ status: 201, type: SignedIn })
  async register(
    @Body() body: RegisterBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    await this.limits.consume('register.address', request.ip);
    const { consents = [], ...registration } = body;
    const signedIn = await this.registerAccount.execute(registration, this.clients.read(request));
    // After the account: who is left without a consent by a crash in between is asked at the next visit.
    await this.recordConsents.execute(signedIn.user.id, consents);
    return this.presenter.signedIn(request, reply, signedIn);
  }

  @Post('login')
  @Public()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Sign in with a password',
    description:
      'After too many wrong passwords for an account the answer is 429 `sign-in.too-many` with `signInLink: "mailed"`: its owner can ' +
      'sign in by the link that was mailed, and on devices that have signed in before.',
  })
  @ApiResponse(signedInOrChallenged)
  async login(
    @Body() { email, password }: LoginBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn | SecondFactorChallenge> {
    const limited: LimitedKey[] = [
      ['sign-in.address', request.ip],
      ['sign-in.account-address', `${emailKey(email)} ${request.ip}`],
    ];
    const client = this.clients.read(request);
    const signedIn = await this.limited(limited, () => this.signIn.execute(email, password, client));
    return 'challenge' in signedIn ? signedIn : this.presenter.signedIn(request, reply, signedIn);
  }

  @Post('login/link')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in with the token of a mailed link, once' })
  @ApiResponse(signedInOrChallenged)
  async loginByLink(
    @Body() { token }: MailedLinkBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn | SecondFactorChallenge> {
    const client = this.clients.read(request);
    const limited: LimitedKey[] = [['sign-in.address', request.ip]];
    const signedIn = await this.limited(limited, () => this.signInByLink.execute(token, client));
    return 'challenge' in signedIn ? signedIn : this.presenter.signedIn(request, reply, signedIn);
  }

  @Post('login/second-factor')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Complete a sign-in with a code of the second factor, or a recovery code' })
  @ApiResponse({ status: 200, type: SignedIn })
  async loginBySecondFactor(
    @Body() { challenge, code }: AnswerChallengeBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const client = this.clients.read(request);
    const limited: LimitedKey[] = [['sign-in.address', request.ip]];
    const signedIn = await this.limited(limited, () => this.answerChallenge.execute(challenge, code, client));
    return this.presenter.signedIn(request, reply, signedIn);
  }

  /** Counts a sign-in that fails against the limits of its address. */
  private limited<T>(limits: LimitedKey[], signIn: () => Promise<T>): Promise<T> {
    return this.limits.countFailures(limits, signIn, (kind) => this.events.record('sign-in.throttled', { kind }));
  }
}
