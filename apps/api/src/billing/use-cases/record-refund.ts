import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { RefundedPayment } from '../payments/payment-provider';
import type { LockedOrder } from '../persistence/order.repository';
import { PaymentRepository } from '../persistence/payment.repository';
import { RefundRepository } from '../persistence/refund.repository';
import { SubscriptionRepository } from '../persistence/subscription.repository';
import { ApplyFacts } from './apply-facts';
import { TakeBackRefunded } from './take-back-refunded';

/** A refund of an order's payment, as we hear of it. */
export interface ToldRefund {
  provider: string;
  order: LockedOrder;
  event: RefundedPayment;
  toldAt: Date;
}

/** Records what was given back, takes back its credits, and ends the period of a payment that was given back as a whole. */
@Injectable()
export class RecordRefund {
  constructor(
    private readonly refunds: RefundRepository,
    private readonly payments: PaymentRepository,
    private readonly subscriptions: SubscriptionRepository,
    private readonly takeBackRefunded: TakeBackRefunded,
    private readonly applyFacts: ApplyFacts,
  ) {}

  /** Part of the caller's unit of work, which holds the lock of the order. A refund told before its capture is kept. */
  async execute({ provider, order, event, toldAt }: ToldRefund): Promise<void> {
    const { tenantId, id: orderId, plan } = order;
    if (!(await this.refunds.add({ tenantId, id: newId(), orderId, provider, event, toldAt }))) return;
    const key = { provider, providerPaymentId: event.paymentId };
    const id = await this.payments.idOf(tenantId, orderId, key);
    if (id === null) return this.refunds.closeUnmatched(tenantId, key);
    // Locks are taken in the order of every other act: the subscription before the account.
    if (plan) await this.subscriptions.lock(tenantId, toldAt);
    await this.takeBackRefunded.execute(order, { id, ...key });
    if (plan) await this.applyFacts.execute(tenantId);
  }
}
