import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClientReader } from '../client-reader';
import { SuppressedAddresses } from '../../platform/mail/suppressed-addresses';
import { Address, SignedIn } from '../dto/auth.dto';
import { ChangePasswordBody } from '../dto/credentials.dto';
import { type Caller, CurrentCaller, Requires } from '../guards/caller.decorator';
import { SessionPresenter } from '../session-presenter';
import { ChangePassword } from './use-cases/change-password';
import { FindMember } from '../use-cases/find-member';
import { RequestVerification } from './use-cases/request-verification';

/** The password and the address of the caller. */
@ApiTags('auth')
@ApiBearerAuth()
@Controller('api/auth')
@Requires('account')
export class CredentialsController {
  constructor(
    private readonly findMember: FindMember,
    private readonly changePassword: ChangePassword,
    private readonly requestVerification: RequestVerification,
    private readonly suppressed: SuppressedAddresses,
    private readonly clients: ClientReader,
    private readonly presenter: SessionPresenter,
  ) {}

  @Post('change-password')
  @HttpCode(200)
  @ApiOperation({ summary: 'Change the password; every session ends, and a new one begins here' })
  @ApiResponse({ status: 200, type: SignedIn })
  async change(
    @CurrentCaller() { userId, tenantId }: Caller,
    @Body() body: ChangePasswordBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const member = await this.findMember.execute(userId, tenantId);
    const signedIn = await this.changePassword.execute(member, body, this.clients.read(request));
    return this.presenter.signedIn(request, reply, signedIn);
  }

  @Get('address')
  @ApiOperation({ summary: 'The address of the caller, and whether mail is sent to it' })
  @ApiResponse({ status: 200, type: Address })
  async address(@CurrentCaller() { userId, tenantId }: Caller): Promise<Address> {
    const { user } = await this.findMember.execute(userId, tenantId);
    const suppression = await this.suppressed.reasonFor(user.email);
    return { email: user.email, verified: user.emailVerifiedAt !== null, suppression };
  }

  @Post('resend-verification')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Mail the link again that verifies the address of the caller, at most every five minutes; lifts a bounce',
  })
  async resend(@CurrentCaller() { userId, tenantId }: Caller): Promise<void> {
    const { user } = await this.findMember.execute(userId, tenantId);
    await this.requestVerification.execute(user);
  }
}
