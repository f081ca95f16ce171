import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { PaymentId } from '../../platform/ids/ids';
import { isPriceOf } from '../domain/checkout';
import { isPaidTooLate } from '../domain/upgrade';
import { type Capture, PaymentAlarms } from '../payment-alarms';
import type { CapturedPayment } from '../payments/payment-provider';
import type { LockedOrder } from '../persistence/order.repository';
import { PaymentRepository, type UnmatchedReason } from '../persistence/payment.repository';
import { RefundRepository } from '../persistence/refund.repository';
import { ApplyFacts } from './apply-facts';
import { DeliverPayment } from './deliver-payment';

/** Records captured money and gives what it bought; money that buys nothing waits for an operator. Nothing is swallowed. */
@Injectable()
export class RecordCapture {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly refunds: RefundRepository,
    private readonly deliverPayment: DeliverPayment,
    private readonly applyFacts: ApplyFacts,
    private readonly alarms: PaymentAlarms,
  ) {}

  /** Part of the caller's unit of work, which holds the lock of the order. @returns what it means for the order */
  async execute(capture: Capture): Promise<'paid' | 'mismatched'> {
    const { provider, order, event, reportedAt } = capture;
    const reason = await this.reasonAgainst(order, event);
    if (reason) return this.setAside(capture, reason);
    const { tenantId, id: orderId, price } = order;
    const { paymentId: providerPaymentId, occurredAt: paidAt } = event;
    const payment = {
      tenantId,
      id: PaymentId(newId()),
      orderId,
      provider,
      providerPaymentId,
      price,
      paidAt,
      reportedAt,
    };
    if (await this.payments.add(payment)) {
      await this.deliverPayment.execute(order, payment);
      this.alarms.paid(payment);
      return 'paid';
    }
    if (await this.payments.idOf(tenantId, orderId, { provider, providerPaymentId })) return 'paid';
    return this.setAside(capture, order.status === 'paid' ? 'second' : 'order');
  }

  private async reasonAgainst(order: LockedOrder, event: CapturedPayment): Promise<UnmatchedReason | null> {
    if (!isPriceOf(order.price, event)) return 'amount';
    if (await this.payments.isOfClosed(order.tenantId, order.id, event)) return 'closed';
    if (order.kind === 'upgrade' && isPaidTooLate(order, event.occurredAt)) return 'late';
    const isTwice = order.replaces !== null && (await this.payments.isUpgraded(order, order.replaces));
    return isTwice ? 'second' : null;
  }

  /** The status of an order that is paid already stays. */
  private async setAside(capture: Capture, reason: UnmatchedReason): Promise<'mismatched'> {
    const { order, event, provider, reportedAt } = capture;
    const { tenantId, id: orderId } = order;
    const isNew = await this.payments.addUnmatched({
      tenantId,
      id: newId(),
      orderId,
      provider,
      event,
      reportedAt,
      reason,
    });
    if (isNew) this.alarms.unmatched(capture, reason);
    if (isNew) await this.refunds.closeUnmatched(tenantId, { provider, providerPaymentId: event.paymentId });
    // The earlier of two captures says when the order, or the upgrade, was paid.
    if (isNew && reason === 'second' && order.plan) await this.applyFacts.execute(tenantId);
    return 'mismatched';
  }
}
