import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { type Capture, PaymentAlarms } from '../payment-alarms';
import { PaymentRepository, type UnmatchedReason } from '../persistence/payment.repository';
import { RefundRepository } from '../persistence/refund.repository';
import { ApplyFacts } from './apply-facts';

/** Sets captured money aside that buys nothing, and calls a person. */
@Injectable()
export class SetPaymentAside {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly refunds: RefundRepository,
    private readonly applyFacts: ApplyFacts,
    private readonly alarms: PaymentAlarms,
  ) {}

  /** Part of the caller's unit of work, which holds the lock of the order. The status of an order that is paid already stays. */
  async execute(capture: Capture, reason: UnmatchedReason): Promise<'mismatched'> {
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
