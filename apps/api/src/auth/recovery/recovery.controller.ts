import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/public.decorator';
import { SecurityEvents } from '../../platform/observability/security-events';
import { RateLimits } from '../../platform/rate-limits/rate-limits';
import { emailKey } from '../domain/email-key';
import { MailedLinkBody } from '../dto/auth.dto';
import { ForgotPasswordBody, LinkAccount, ResetPasswordBody } from '../dto/credentials.dto';
import { DescribeLink } from './use-cases/describe-link';
import { ForgotPassword } from './use-cases/forgot-password';
import { ReleaseAddress } from './use-cases/release-address';
import { ResetPassword } from './use-cases/reset-password';
import { VerifyEmail } from './use-cases/verify-email';

/** What the owner of an address can do without being signed in, mostly with a mailed link. */
@ApiTags('auth')
@Public()
@Controller('api/auth')
export class RecoveryController {
  constructor(
    private readonly forgotPassword: ForgotPassword,
    private readonly resetPassword: ResetPassword,
    private readonly verifyEmail: VerifyEmail,
    private readonly describeLink: DescribeLink,
    private readonly releaseAddress: ReleaseAddress,
    private readonly limits: RateLimits,
    private readonly events: SecurityEvents,
  ) {}

  @Post('forgot-password')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Mail a link with which the owner of an address chooses a new password',
    description: 'The answer is the same whether or not the address has an account. One mail in five minutes.',
  })
  async forgot(@Body() { email }: ForgotPasswordBody, @Req() { ip }: FastifyRequest): Promise<void> {
    await this.limits.consume('forgot.address', ip);
    await this.limits.consume('forgot.account-address', `${emailKey(email)} ${ip}`);
    await this.forgotPassword.execute(email);
  }

  @Post('reset-password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Choose a new password with the token of a mailed link, once; every session ends' })
  reset(@Body() { token, password }: ResetPasswordBody, @Req() request: FastifyRequest): Promise<void> {
    return this.limited(request, () => this.resetPassword.execute(token, password));
  }

  @Post('verify-email')
  @HttpCode(204)
  @ApiOperation({ summary: 'Verify an address with the token of a mailed link, once' })
  verify(@Body() { token }: MailedLinkBody, @Req() request: FastifyRequest): Promise<void> {
    return this.limited(request, () => this.verifyEmail.execute(token));
  }

  @Post('link-account')
  @HttpCode(200)
  @ApiOperation({ summary: 'What is reported to the reader of a mailed link about its account; the link stays valid' })
  @ApiResponse({ status: 200, type: LinkAccount })
  async account(@Body() { token }: MailedLinkBody, @Req() request: FastifyRequest): Promise<LinkAccount> {
    const { createdAt, emailVerified } = await this.limited(request, () => this.describeLink.execute(token));
    return { createdAt: createdAt.toISOString(), emailVerified };
  }

  @Post('release-address')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Say with the token of a mailed link that the account is not yours: it loses the address',
    description: 'Possible until the address was verified. Afterwards the address can be registered anew.',
  })
  release(@Body() { token }: MailedLinkBody, @Req() request: FastifyRequest): Promise<void> {
    return this.limited(request, () => this.releaseAddress.execute(token));
  }

  /** Counts a rejected link against the limit of its address. */
  private limited<T>({ ip }: FastifyRequest, work: () => Promise<T>): Promise<T> {
    const refused = (kind: string) => this.events.record('sign-in.throttled', { kind });
    return this.limits.countFailures([['sign-in.address', ip]], work, refused);
  }
}
