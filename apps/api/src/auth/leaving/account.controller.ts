import { Controller, Delete, Get, HttpCode, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Config } from '../../platform/config/config';
import { type Caller, CurrentCaller, Requires } from '../guards/caller.decorator';
import { RequiresConfirmation } from '../second-factor/confirmation.guard';
import { SessionCookie } from '../tokens/session-cookie';
import { FindMember } from '../use-cases/find-member';
import { graceDays } from './domain/deletion';
import { AccountDeletion, DeletionRequested } from './dto/deletion.dto';
import { CancelDeletion } from './use-cases/cancel-deletion';
import { DescribeDeletion } from './use-cases/describe-deletion';
import { RequestDeletion } from './use-cases/request-deletion';

const daySeconds = 86_400;

/** Leaving. */
@ApiTags('account')
@ApiBearerAuth()
@Controller('api/account')
@Requires('account')
export class AccountController {
  constructor(
    private readonly findMember: FindMember,
    private readonly describeDeletion: DescribeDeletion,
    private readonly requestDeletion: RequestDeletion,
    private readonly cancelDeletion: CancelDeletion,
    private readonly cookie: SessionCookie,
    private readonly config: Config,
  ) {}

  @Get('deletion')
  @ApiOperation({ summary: 'What is lost with the account, and when it is erased' })
  @ApiResponse({ status: 200, type: AccountDeletion })
  async show(@CurrentCaller() { userId, tenantId }: Caller): Promise<AccountDeletion> {
    const { user } = await this.findMember.execute(userId, tenantId);
    const { eraseAt, losses } = await this.describeDeletion.execute(user);
    const { subscription, ...counts } = losses;
    return {
      eraseAt: eraseAt?.toISOString() ?? null,
      graceDays,
      retentionDays: Math.ceil(this.config.env.RETENTION / daySeconds),
      losses: {
        ...counts,
        subscription: subscription && { plan: subscription.plan, until: subscription.until.toISOString() },
      },
    };
  }

  @Delete()
  @RequiresConfirmation()
  @ApiOperation({
    summary: 'Leave: pages are not shown any more, every session ends, and after some days everything is erased',
    description:
      '403 `confirmation.required` unless the caller has signed in or confirmed within ten minutes. 409 `account.last-owner` ' +
      'while others are members of an organisation of which nobody else is the owner.',
  })
  @ApiResponse({ status: 200, type: DeletionRequested })
  async leave(
    @CurrentCaller() { userId, tenantId }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeletionRequested> {
    const { user } = await this.findMember.execute(userId, tenantId);
    const eraseAt = await this.requestDeletion.execute(user);
    this.cookie.clear(reply);
    return { eraseAt: eraseAt.toISOString() };
  }

  @Delete('deletion')
  @HttpCode(204)
  @ApiOperation({ summary: 'Stay: the deletion is undone, and pages are shown again' })
  async stay(@CurrentCaller() { userId, sessionId }: Caller): Promise<void> {
    await this.cancelDeletion.execute(userId, sessionId);
  }
}
