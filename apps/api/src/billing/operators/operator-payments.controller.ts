import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, OperatorRoute, ReasonBody } from '../../auth';
import { PageQuery } from '../../platform/http/page-query.dto';
import { TenantId } from '../../platform/ids/ids';
import { OperatedPaymentPage, UnmatchedPaymentPage } from './dto/operator-payments.dto';
import { ExplainPayment } from './use-cases/explain-payment';
import { ListOperatedPayments } from './use-cases/list-operated-payments';
import { ListWaitingPayments } from './use-cases/list-waiting-payments';

/** Payments of any tenant, for operators. Everybody else gets 404. */
@ApiTags('operator')
@ApiBearerAuth()
@Controller('api/operator')
export class OperatorPaymentsController {
  constructor(
    private readonly listPayments: ListOperatedPayments,
    private readonly listWaiting: ListWaitingPayments,
    private readonly explainPayment: ExplainPayment,
  ) {}

  @Get('tenants/:id/payments')
  @OperatorRoute('read')
  @ApiOperation({ summary: 'The payments of a tenant with what was spent of each; none for one that is unknown' })
  @ApiResponse({ status: 200, type: OperatedPaymentPage })
  async payments(
    @Param('id', ParseUUIDPipe) id: TenantId,
    @Query() { cursor, limit }: PageQuery,
  ): Promise<OperatedPaymentPage> {
    const { payments, nextCursor } = await this.listPayments.execute(id, cursor, limit);
    return { payments: payments.map((each) => ({ ...each, paidAt: each.paidAt.toISOString() })), nextCursor };
  }

  @Get('unmatched-payments')
  @OperatorRoute('read')
  @ApiOperation({ summary: 'Captured money of all tenants that bought nothing and waits for an operator' })
  @ApiResponse({ status: 200, type: UnmatchedPaymentPage })
  async unmatched(
    @CurrentCaller() { tenantId }: Caller,
    @Query() { cursor, limit }: PageQuery,
  ): Promise<UnmatchedPaymentPage> {
    const { payments, nextCursor } = await this.listWaiting.execute(tenantId, cursor, limit);
    const listed = payments.map(({ paidAt, reportedAt: _, exactAt: __, ...payment }) => ({
      ...payment,
      paidAt: paidAt.toISOString(),
    }));
    return { payments: listed, nextCursor };
  }

  @Post('tenants/:id/unmatched-payments/:payment/explain')
  @HttpCode(204)
  @OperatorRoute('write')
  @ApiOperation({ summary: 'Close a payment that bought nothing, with its explanation; no money moves' })
  async explain(
    @CurrentCaller() { userId }: Caller,
    @Param('id', ParseUUIDPipe) id: TenantId,
    @Param('payment', ParseUUIDPipe) payment: string,
    @Body() { reason }: ReasonBody,
  ): Promise<void> {
    await this.explainPayment.execute(userId, id, payment, reason);
  }
}
