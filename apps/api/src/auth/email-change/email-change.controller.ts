import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/public.decorator';
import { SecurityEvents } from '../../platform/observability/security-events';
import { RateLimits } from '../../platform/rate-limits/rate-limits';
import { MailedLinkBody } from '../dto/auth.dto';
import { type Caller, CurrentCaller, Requires } from '../guards/caller.decorator';
import { RequiresConfirmation } from '../second-factor/confirmation.guard';
import { FindMember } from '../use-cases/find-member';
import { EmailChangeBody, EmailChangeState, PendingEmailChange } from './dto/email-change.dto';
import type { EmailChange } from './persistence/email-change.repository';
import { CancelEmailChange } from './use-cases/cancel-email-change';
import { ConfirmEmailChange } from './use-cases/confirm-email-change';
import { FindPendingEmailChange } from './use-cases/find-pending-email-change';
import { RequestEmailChange } from './use-cases/request-email-change';
import { UndoEmailChange } from './use-cases/undo-email-change';

/** Changing the address of an account. */
@ApiTags('auth')
@Controller('api/auth/email-change')
@Requires('account')
export class EmailChangeController {
  constructor(
    private readonly findMember: FindMember,
    private readonly findPending: FindPendingEmailChange,
    private readonly requestChange: RequestEmailChange,
    private readonly cancelChange: CancelEmailChange,
    private readonly confirmChange: ConfirmEmailChange,
    private readonly undoChange: UndoEmailChange,
    private readonly limits: RateLimits,
    private readonly events: SecurityEvents,
  ) {}

  @Get()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'The change of the address that waits to be confirmed' })
  @ApiResponse({ status: 200, type: EmailChangeState })
  async show(@CurrentCaller() { userId }: Caller): Promise<EmailChangeState> {
    const change = await this.findPending.execute(userId);
    return { pending: change && toPending(change) };
  }

  @Post()
  @RequiresConfirmation()
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Mail a link to a new address that makes it the address of the account',
    description:
      'The answer is the same whether or not the address belongs to another account. The old address stays in force until then, and gets ' +
      'a link that undoes the change for seven days. 403 `confirmation.required` unless the caller has signed in or confirmed within ten minutes.',
  })
  @ApiResponse({ status: 201, type: PendingEmailChange })
  async request(
    @CurrentCaller() { userId, tenantId, sessionId }: Caller,
    @Body() { email }: EmailChangeBody,
  ): Promise<PendingEmailChange> {
    const { user } = await this.findMember.execute(userId, tenantId);
    return toPending(await this.requestChange.execute(user, sessionId, email));
  }

  @Delete()
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Cancel a change of the address that waits to be confirmed' })
  async cancel(@CurrentCaller() { userId, sessionId }: Caller): Promise<void> {
    await this.cancelChange.execute(userId, sessionId);
  }

  @Post('confirm')
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Make the new address that of the account, with the token of the link mailed there, once' })
  confirm(@Body() { token }: MailedLinkBody, @Req() request: FastifyRequest): Promise<void> {
    return this.limited(request, () => this.confirmChange.execute(token));
  }

  @Post('undo')
  @Public()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Undo a change of the address, with the token of a link mailed to the old one, once; every session ends',
  })
  undo(@Body() { token }: MailedLinkBody, @Req() request: FastifyRequest): Promise<void> {
    return this.limited(request, () => this.undoChange.execute(token));
  }

  /** Counts a rejected link against the limit of its address. */
  private limited<T>({ ip }: FastifyRequest, work: () => Promise<T>): Promise<T> {
    const refused = (kind: string) => this.events.record('sign-in.throttled', { kind });
    return this.limits.countFailures([['sign-in.address', ip]], work, refused);
  }
}

function toPending({ newEmail, expiresAt }: EmailChange): PendingEmailChange {
  return { email: newEmail, expiresAt: expiresAt.toISOString() };
}
