import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller, Requires } from '../guards/caller.decorator';
import { DeviceCookie } from '../tokens/device-cookie';
import { FindMember } from '../use-cases/find-member';
import { RequiresConfirmation } from './confirmation.guard';
import {
  ConfirmIdentityBody,
  FirstCodeBody,
  RecoveryCodes,
  SecondFactor,
  SecondFactorEnrolment,
} from './dto/second-factor.dto';
import { BeginSecondFactor } from './use-cases/begin-second-factor';
import { ConfirmIdentity } from './use-cases/confirm-identity';
import { ConfirmSecondFactor } from './use-cases/confirm-second-factor';
import { DescribeSecondFactor } from './use-cases/describe-second-factor';
import { MailConfirmationCode } from './use-cases/mail-confirmation-code';
import { RemoveSecondFactor } from './use-cases/remove-second-factor';
import { RenewRecoveryCodes } from './use-cases/renew-recovery-codes';

const confirmed = '403 `confirmation.required` unless the caller has signed in or confirmed within ten minutes.';

/** The second factor of the caller, and confirming that it is still them. */
@ApiTags('auth')
@ApiBearerAuth()
@Controller('api/auth')
@Requires('account')
export class SecondFactorController {
  constructor(
    private readonly findMember: FindMember,
    private readonly describe: DescribeSecondFactor,
    private readonly beginFactor: BeginSecondFactor,
    private readonly confirmFactor: ConfirmSecondFactor,
    private readonly renewCodes: RenewRecoveryCodes,
    private readonly removeFactor: RemoveSecondFactor,
    private readonly confirmIdentity: ConfirmIdentity,
    private readonly mailConfirmationCode: MailConfirmationCode,
    private readonly devices: DeviceCookie,
  ) {}

  @Post('confirm')
  @HttpCode(204)
  @ApiOperation({
    summary:
      'Confirm that it is still you: with a code when there is a second factor, else with the password, else with a mailed code',
    description: 'Routes that answer 403 `confirmation.required` then work in this session for ten minutes.',
  })
  async confirm(
    @CurrentCaller() { userId, tenantId, sessionId }: Caller,
    @Body() body: ConfirmIdentityBody,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const { user } = await this.findMember.execute(userId, tenantId);
    await this.confirmIdentity.execute(user, sessionId, { ...body, devices: this.devices.read(request) });
  }

  @Post('confirm/mail')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Have a code mailed to confirm with, for who has neither a second factor nor a password',
    description: 'It works once, for ten minutes, in this session.',
  })
  async mailCode(@CurrentCaller() { userId, tenantId, sessionId }: Caller): Promise<void> {
    const { user } = await this.findMember.execute(userId, tenantId);
    await this.mailConfirmationCode.execute(user, sessionId);
  }

  @Get('second-factor')
  @ApiOperation({ summary: 'Whether a second factor is asked for' })
  @ApiResponse({ status: 200, type: SecondFactor })
  async show(@CurrentCaller() { userId }: Caller): Promise<SecondFactor> {
    const { since, recoveryCodesLeft } = await this.describe.execute(userId);
    return { since: since?.toISOString() ?? null, recoveryCodesLeft };
  }

  @Post('second-factor')
  @RequiresConfirmation()
  @ApiOperation({ summary: 'Begin a second factor; its first code turns it on', description: confirmed })
  @ApiResponse({ status: 201, type: SecondFactorEnrolment })
  async begin(@CurrentCaller() { userId, tenantId }: Caller): Promise<SecondFactorEnrolment> {
    return this.beginFactor.execute((await this.findMember.execute(userId, tenantId)).user);
  }

  @Post('second-factor/confirm')
  @HttpCode(200)
  @RequiresConfirmation()
  @ApiOperation({ summary: 'Turn the second factor on with its first code', description: confirmed })
  @ApiResponse({ status: 200, type: RecoveryCodes })
  async turnOn(
    @CurrentCaller() { userId, tenantId, sessionId }: Caller,
    @Body() { code }: FirstCodeBody,
  ): Promise<RecoveryCodes> {
    const { user } = await this.findMember.execute(userId, tenantId);
    return { recoveryCodes: await this.confirmFactor.execute(user, sessionId, code) };
  }

  @Post('second-factor/recovery-codes')
  @HttpCode(200)
  @RequiresConfirmation()
  @ApiOperation({ summary: 'Replace the recovery codes', description: confirmed })
  @ApiResponse({ status: 200, type: RecoveryCodes })
  async renew(@CurrentCaller() { userId, tenantId, sessionId }: Caller): Promise<RecoveryCodes> {
    const { user } = await this.findMember.execute(userId, tenantId);
    return { recoveryCodes: await this.renewCodes.execute(user, sessionId) };
  }

  @Delete('second-factor')
  @HttpCode(204)
  @RequiresConfirmation()
  @ApiOperation({ summary: 'Remove the second factor with its recovery codes', description: confirmed })
  async remove(@CurrentCaller() { userId, tenantId, sessionId }: Caller): Promise<void> {
    const { user } = await this.findMember.execute(userId, tenantId);
    await this.removeFactor.execute(user, sessionId);
  }
}
