import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { RefundedPayment, Reversal } from '../payments/payment-provider';
import type { LockedOrder } from '../persistence/order.repository';
import { PaymentRepository } from '../persistence/payment.repository';
import { RefundRepository } from '../persistence/refund.repository';
import { ApplyRefund } from './apply-refund';

/** What a provider reported of an order's payment. */
export interface Reported<Event extends Reversal> {
  provider: string;
  order: LockedOrder;
  event: Event;
  reportedAt: Date;
}

/** Records what was given back, with all that follows from it. */
@Injectable()
export class RecordRefund {
  constructor(
    private readonly refunds: RefundRepository,
    private readonly payments: PaymentRepository,
    private readonly applyRefund: ApplyRefund,
  ) {}

  /** Part of the caller's unit of work, which holds the lock of the order. A refund reported before its capture is stored. */
  async execute({ provider, order, event, reportedAt }: Reported<RefundedPayment>): Promise<void> {
    const { tenantId, id: orderId } = order;
    if (!(await this.refunds.add({ tenantId, id: newId(), orderId, provider, event, reportedAt }))) return;
    const key = { provider, providerPaymentId: event.paymentId };
    const id = await this.payments.idOf(tenantId, orderId, key);
    if (id === null) return this.refunds.closeUnmatched(tenantId, key);
    await this.applyRefund.execute(order, { id, ...key }, reportedAt);
  }
}
