import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import type { AcceptedRefund } from '../../payments/payment-provider';
import { OrderRepository } from '../../persistence/order.repository';
import { RefundRequestRepository, type StoredRefundRequest } from '../../persistence/refund-request.repository';
import { RecordRefund } from '../../use-cases/record-refund';

/** Notes what the provider answered to a refund, with all that follows from it. */
@Injectable()
export class NoteRefund {
  constructor(
    private readonly requests: RefundRequestRepository,
    private readonly orders: OrderRepository,
    private readonly recordRefund: RecordRefund,
    private readonly clock: Clock,
  ) {}

  /** Part of the caller's unit of work. The event in which the provider reports the same refund changes nothing afterwards. */
  async execute(request: StoredRefundRequest, accepted: AcceptedRefund): Promise<AcceptedRefund['status']> {
    const { tenantId, id, orderId, provider, providerPaymentId: paymentId, amount, currency } = request;
    const { refundId, status, acceptedAt: occurredAt } = accepted;
    const reportedAt = this.clock.now();
    const order = await this.orders.lock(tenantId, orderId);
    await this.requests.accept(tenantId, id, refundId);
    if (status === 'failed') await this.requests.reject(tenantId, id, reportedAt);
    if (status === 'refunded') {
      const about = { order: { checkoutId: orderId }, paymentId, refundId, amount, currency, occurredAt };
      await this.recordRefund.execute({
        provider,
        order,
        event: { id, kind: 'payment.refunded', ...about },
        reportedAt,
      });
    }
    return status;
  }
}
