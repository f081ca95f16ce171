import { Body, Controller, Get, Headers, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Config } from '../platform/config/config';
import { Public } from '../platform/http/public.decorator';
import { RateLimits } from '../platform/rate-limits/rate-limits';
import { noSuchRoute } from './auth.errors';
import { emailKey } from './domain/email-key';
import { LoginBody, RefreshedToken, RegisterBody, SignedIn, User } from './dto/auth.dto';
import { type Caller, type CallerRequest, CurrentCaller } from './guards/caller.decorator';
import { SessionPresenter } from './session-presenter';
import { AccessTokens } from './tokens/access-tokens';
import { SessionCookie } from './tokens/session-cookie';
import { FindMember } from './use-cases/find-member';
import { RefreshSession } from './use-cases/refresh-session';
import { RegisterAccount } from './use-cases/register-account';
import { SignIn } from './use-cases/sign-in';
import { SignOut } from './use-cases/sign-out';

/** Registering, signing in, and who one is. */
@ApiTags('auth')
@Controller('api')
export class AuthController {
  constructor(
    private readonly registerAccount: RegisterAccount,
    private readonly signIn: SignIn,
    private readonly findMember: FindMember,
    private readonly refreshSession: RefreshSession,
    private readonly signOut: SignOut,
    private readonly presenter: SessionPresenter,
    private readonly cookie: SessionCookie,
    private readonly accessTokens: AccessTokens,
    private readonly config: Config,
    private readonly limits: RateLimits,
  ) {}

  @Post('register')
  @Public()
  @ApiOperation({ summary: 'Make an account and sign in' })
  @ApiResponse({ status: 201, type: SignedIn })
  async register(
    @Body() body: RegisterBody,
    @Ip() address: string,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    await this.limits.consume('register.address', address);
    return this.presenter.signedIn(reply, await this.registerAccount.execute(body, userAgent));
  }

  @Post('login')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in with a password' })
  @ApiResponse({ status: 200, type: SignedIn })
  async login(
    @Body() { email, password }: LoginBody,
    @Ip() address: string,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    await this.limits.consume('sign-in.address', address);
    await this.limits.consume('sign-in.account-address', `${emailKey(email)} ${address}`);
    return this.presenter.signedIn(reply, await this.signIn.execute(email, password, userAgent));
  }

  @Post('logout')
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'End the session of the Bearer token or the cookie, if there is one' })
  async logout(@Req() request: CallerRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { sessionId } = this.cookie.read(request) ?? {};
    const ended = this.accessTokens.sessionOf(request.headers.authorization) ?? sessionId;
    if (ended) await this.signOut.execute(ended);
    this.cookie.clear(reply);
  }

  @Post('auth/refresh')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'A new access token for the refresh cookie, which rotates' })
  @ApiResponse({ status: 200, type: RefreshedToken })
  async refresh(
    @Req() request: CallerRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RefreshedToken> {
    if (this.config.env.AUTH_STRATEGY === 'session') throw noSuchRoute();
    return this.presenter.refreshed(reply, await this.refreshSession.execute(this.cookie.read(request)));
  }

  @Get('user')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Who is signed in' })
  @ApiResponse({ status: 200, type: User })
  async user(@CurrentCaller() caller: Caller): Promise<User> {
    const { user, role } = await this.findMember.execute(caller.userId, caller.tenantId);
    return this.presenter.user(user, role, caller.tenantId);
  }
}
