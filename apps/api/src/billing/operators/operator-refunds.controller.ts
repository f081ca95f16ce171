import { Body, Controller, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller, OperatorRoute } from '../../auth';
import { Idempotency, type IdempotentRequest, requestId } from '../../platform/idempotency/idempotency';
import { Idempotent } from '../../platform/idempotency/idempotent-request.decorator';
import { created, sendStored, type StoredResponse } from '../../platform/idempotency/stored-response';
import { TenantId } from '../../platform/ids/ids';
import { RefundBody, RefundResult } from './dto/operator-payments.dto';
import { NoteRefund } from './use-cases/note-refund';
import { type AskedRefund, RequestRefund } from './use-cases/request-refund';
import { SendRefund } from './use-cases/send-refund';

/** Refunds by operators. Everybody else gets 404. */
@ApiTags('operator')
@ApiBearerAuth()
@Controller('api/operator')
export class OperatorRefundsController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly requestRefund: RequestRefund,
    private readonly sendRefund: SendRefund,
    private readonly noteRefund: NoteRefund,
  ) {}

  @Post('tenants/:id/refunds')
  @OperatorRoute('write')
  @ApiOperation({
    summary: 'Refund a payment, wholly or in part',
    description: 'Unspent credits of the same part are taken back; a full refund ends the period at once.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 201, type: RefundResult })
  async refund(
    @CurrentCaller() { userId: operatorId }: Caller,
    @Param('id', ParseUUIDPipe) tenantId: TenantId,
    @Body() body: RefundBody,
    @Idempotent() request: IdempotentRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { ...body, operatorId, tenantId, requestId: requestId({ tenantId, userId: operatorId }, request) };
    await sendStored(reply, await this.give(asked, request));
  }

  /** Replay, permission, row, provider: no answer that is lost gives money back twice. */
  private async give(asked: AskedRefund, request: IdempotentRequest): Promise<StoredResponse> {
    const { tenantId, operatorId, amount } = asked;
    const keys = { tenantId, userId: operatorId };
    const before = await this.idempotency.stored(keys, request);
    if (before) return before;
    const requested = await this.requestRefund.execute(asked);
    const accepted = await this.sendRefund.execute(requested);
    return this.idempotency.once(
      keys,
      request,
      () => this.noteRefund.execute(requested, accepted),
      (status) => created({ id: requested.id, amount, status } satisfies RefundResult),
    );
  }
}
