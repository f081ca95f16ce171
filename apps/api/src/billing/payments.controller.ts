import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { PageQuery } from '../platform/http/page-query.dto';
import { PaymentPage } from './dto/billing.dto';
import { ListPayments } from './use-cases/list-payments';

/** What the tenant has paid for. */
@ApiTags('billing')
@ApiBearerAuth()
@Controller('api/billing/payments')
@Requires('read-money')
export class PaymentsController {
  constructor(private readonly listPayments: ListPayments) {}

  @Get()
  @ApiOperation({ summary: 'The payments, newest first' })
  @ApiResponse({ status: 200, type: PaymentPage })
  async payments(@CurrentCaller() { tenantId }: Caller, @Query() { cursor, limit }: PageQuery): Promise<PaymentPage> {
    const { payments, nextCursor } = await this.listPayments.execute(tenantId, cursor, limit);
    const listed = payments.map(({ price: amount, paidAt, ...payment }) => ({
      ...payment,
      amount,
      paidAt: paidAt.toISOString(),
    }));
    return { payments: listed, nextCursor };
  }
}
