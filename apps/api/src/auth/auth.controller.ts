import { Body, Controller, Get, Headers, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../platform/http/public';
import { RateLimits } from '../platform/rate-limits/rate-limits';
import { emailKey } from './domain/email-key';
import { LoginBody, RefreshedToken, RegisterBody, SignedIn, User } from './dto/auth.dto';
import { type Caller, type CallerRequest, CurrentCaller } from './guards/caller';
import { SessionAnswers } from './session-answers';
import { FindMember } from './use-cases/find-member';
import { RegisterAccount } from './use-cases/register-account';
import { SignIn } from './use-cases/sign-in';

/** Registering, signing in, and who one is. */
@ApiTags('auth')
@Controller('api')
export class AuthController {
  constructor(
    private readonly registerAccount: RegisterAccount,
    private readonly signIn: SignIn,
    private readonly findMember: FindMember,
    private readonly answers: SessionAnswers,
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
    return this.answers.signedIn(reply, await this.registerAccount.run(body, userAgent));
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
    return this.answers.signedIn(reply, await this.signIn.run(email, password, userAgent));
  }

  @Post('logout')
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'End the session of the Bearer token or the cookie, if there is one' })
  async logout(@Req() request: CallerRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.answers.signOut(request, reply);
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
    return this.answers.refreshed(request, reply);
  }

  @Get('user')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Who is signed in' })
  @ApiResponse({ status: 200, type: User })
  async user(@CurrentCaller() caller: Caller): Promise<User> {
    const { user, role } = await this.findMember.run(caller.userId, caller.tenantId);
    return this.answers.user(user, role, caller.tenantId);
  }
}
