import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page-query.dto';
import { UserId } from '../../platform/ids/ids';
import { SuppressedAddresses } from '../../platform/mail/suppressed-addresses';
import { AuditPage } from '../audit/dto/audit.dto';
import { toAuditEntry } from '../audit/dto/audit-presenter';
import { ListAudit } from '../audit/use-cases/list-audit';
import { type Caller, CurrentCaller } from '../guards/caller.decorator';
import { toOperatedAccount } from './dto/operator-presenter';
import { FindAccountBody, OperatedAccount, ReasonBody } from './dto/operator.dto';
import { OperatorRoute } from './operator.guard';
import type { AccountState } from './persistence/operated-account.repository';
import { BlockAccount } from './use-cases/block-account';
import { EndAccountSessions } from './use-cases/end-account-sessions';
import { FindAccount } from './use-cases/find-account';
import { LiftSuppression } from './use-cases/lift-suppression';
import { MailVerification } from './use-cases/mail-verification';
import { ReadAccountState } from './use-cases/read-account-state';
import { UnblockAccount } from './use-cases/unblock-account';

/** Accounts of others, for operators. Everybody else gets 404. */
@ApiTags('operator')
@ApiBearerAuth()
@Controller('api/operator/accounts')
export class OperatorAccountsController {
  constructor(
    private readonly findAccount: FindAccount,
    private readonly readState: ReadAccountState,
    private readonly listAudit: ListAudit,
    private readonly suppressed: SuppressedAddresses,
    private readonly blockAccount: BlockAccount,
    private readonly unblockAccount: UnblockAccount,
    private readonly endSessions: EndAccountSessions,
    private readonly mailVerification: MailVerification,
    private readonly liftSuppression: LiftSuppression,
  ) {}

  @Post('find')
  @HttpCode(200)
  @OperatorRoute('read')
  @ApiOperation({
    summary: 'Find one account by its exact address or its id',
    description: 'A body, so that no address is in an access log. Looking is stored with its reason, too.',
  })
  @ApiResponse({ status: 200, type: OperatedAccount })
  async find(@CurrentCaller() { userId }: Caller, @Body() body: FindAccountBody): Promise<OperatedAccount> {
    const { id, email = '', reason } = body;
    const name = id === undefined ? { email } : { id: UserId(id) };
    return this.rendered(await this.findAccount.execute(userId, name, reason));
  }

  @Get(':id')
  @OperatorRoute('read')
  @ApiOperation({ summary: 'The state of an account; nothing that its person wrote' })
  @ApiResponse({ status: 200, type: OperatedAccount })
  async show(@Param('id', ParseUUIDPipe) id: UserId): Promise<OperatedAccount> {
    return this.rendered(await this.readState.execute(id));
  }

  @Get(':id/audit')
  @OperatorRoute('read')
  @ApiOperation({ summary: 'What happened to an account, as its person sees it' })
  @ApiResponse({ status: 200, type: AuditPage })
  async audit(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: UserId,
    @Query() { cursor, limit }: PageQuery,
  ): Promise<AuditPage> {
    const { user } = await this.readState.execute(id);
    const { entries, nextCursor } = await this.listAudit.execute({ userId: user.id, tenantId }, cursor, limit);
    return { entries: entries.map(toAuditEntry), nextCursor };
  }

  @Post(':id/block')
  @HttpCode(204)
  @OperatorRoute('write')
  @ApiOperation({ summary: 'Block an account: its sessions end, its pages are not shown, nothing is deleted' })
  async block(
    @CurrentCaller() { userId }: Caller,
    @Param('id', ParseUUIDPipe) id: UserId,
    @Body() { reason }: ReasonBody,
  ): Promise<void> {
    await this.blockAccount.execute(userId, { userId: id, reason });
  }

  @Post(':id/unblock')
  @HttpCode(204)
  @OperatorRoute('write')
  @ApiOperation({ summary: 'Unblock an account' })
  async unblock(
    @CurrentCaller() { userId }: Caller,
    @Param('id', ParseUUIDPipe) id: UserId,
    @Body() { reason }: ReasonBody,
  ): Promise<void> {
    await this.unblockAccount.execute(userId, { userId: id, reason });
  }

  @Post(':id/end-sessions')
  @HttpCode(204)
  @OperatorRoute('write')
  @ApiOperation({ summary: 'End all sessions of an account, and forget its devices' })
  async end(
    @CurrentCaller() { userId }: Caller,
    @Param('id', ParseUUIDPipe) id: UserId,
    @Body() { reason }: ReasonBody,
  ): Promise<void> {
    await this.endSessions.execute(userId, { userId: id, reason });
  }

  @Post(':id/resend-verification')
  @HttpCode(204)
  @OperatorRoute('write')
  @ApiOperation({ summary: 'Mail the link that verifies the address, at most every five minutes' })
  async resend(
    @CurrentCaller() { userId }: Caller,
    @Param('id', ParseUUIDPipe) id: UserId,
    @Body() { reason }: ReasonBody,
  ): Promise<void> {
    await this.mailVerification.execute(userId, { userId: id, reason });
  }

  @Post(':id/lift-suppression')
  @HttpCode(204)
  @OperatorRoute('write')
  @ApiOperation({ summary: 'Send mail to the address again, after a bounce or a complaint' })
  async lift(
    @CurrentCaller() { userId }: Caller,
    @Param('id', ParseUUIDPipe) id: UserId,
    @Body() { reason }: ReasonBody,
  ): Promise<void> {
    await this.liftSuppression.execute(userId, { userId: id, reason });
  }

  private async rendered(state: AccountState): Promise<OperatedAccount> {
    return toOperatedAccount(state, await this.suppressed.reasonFor(state.user.email));
  }
}
