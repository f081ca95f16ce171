import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { GrantCredits } from '../../credits';
import { PaymentId } from '../../platform/ids/ids';
import { isPriceOf } from '../domain/checkout';
import { startOfPaidTime } from '../domain/facts';
import { topUpExpiry } from '../domain/top-up';
import { type Capture, PaymentAlarms } from '../payment-alarms';
import type { LockedOrder } from '../persistence/order.repository';
import { type NewPayment, PaymentRepository, type UnmatchedReason } from '../persistence/payment.repository';
import { ApplyFacts } from './apply-facts';

/** Records captured money and gives what it bought; money that buys nothing waits for an operator. Nothing is swallowed. */
@Injectable()
export class RecordCapture {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly applyFacts: ApplyFacts,
    private readonly grantCredits: GrantCredits,
    private readonly alarms: PaymentAlarms,
  ) {}

  /** Part of the caller's unit of work, which holds the lock of the order. @returns what it means for the order */
  async execute(capture: Capture): Promise<'paid' | 'mismatched'> {
    const { provider, order, event, toldAt } = capture;
    if (!isPriceOf(order.price, event)) return this.setAside(capture, 'amount');
    const { tenantId, id: orderId, price } = order;
    const { paymentId: providerPaymentId, occurredAt: paidAt } = event;
    const payment = { tenantId, id: PaymentId(newId()), orderId, provider, providerPaymentId, price, paidAt, toldAt };
    if (await this.payments.add(payment)) {
      await this.deliver(order, payment);
      this.alarms.paid(payment);
      return 'paid';
    }
    if (await this.payments.isFor(tenantId, orderId, provider, providerPaymentId)) return 'paid';
    return this.setAside(capture, order.status === 'paid' ? 'second' : 'order');
  }

  private async deliver({ tenantId, plan, credits: amount }: LockedOrder, payment: NewPayment): Promise<void> {
    if (plan) return this.applyFacts.execute(tenantId);
    const expiresAt = topUpExpiry(startOfPaidTime(payment));
    await this.grantCredits.execute({ tenantId, source: 'top_up', reference: payment.id, amount, expiresAt });
  }

  private async setAside(capture: Capture, reason: UnmatchedReason): Promise<'paid' | 'mismatched'> {
    const { order, event, provider, toldAt } = capture;
    const { tenantId, id: orderId } = order;
    const isNew = await this.payments.addUnmatched({ tenantId, id: newId(), orderId, provider, event, toldAt, reason });
    if (isNew) this.alarms.unmatched(capture, reason);
    // The earlier of two captures says when the order was paid.
    if (isNew && reason === 'second' && order.plan) await this.applyFacts.execute(tenantId);
    return reason === 'second' ? 'paid' : 'mismatched';
  }
}
