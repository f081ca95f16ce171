import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { PaymentAlarms } from '../payment-alarms';
import type { DisputedPayment } from '../payments/payment-provider';
import { DisputeRepository } from '../persistence/dispute.repository';
import { ApplyFacts } from './apply-facts';
import { RecordRefund, type Reported } from './record-refund';

/** Records a step of a dispute: the payment's time is suspended, goes on, or, when the dispute is lost, is refunded. */
@Injectable()
export class RecordDispute {
  constructor(
    private readonly disputes: DisputeRepository,
    private readonly recordRefund: RecordRefund,
    private readonly applyFacts: ApplyFacts,
    private readonly alarms: PaymentAlarms,
  ) {}

  /** Part of the caller's unit of work, which holds the lock of the order. */
  async execute({ provider, order, event, reportedAt }: Reported<DisputedPayment>): Promise<void> {
    const { tenantId, id: orderId, plan } = order;
    if (!(await this.disputes.add({ tenantId, id: newId(), orderId, provider, event, reportedAt }))) return;
    if (event.kind === 'dispute.opened') this.alarms.disputed(provider, order, event);
    if (event.kind === 'dispute.lost') {
      const refund = { ...event, kind: 'payment.refunded', refundId: `dispute:${event.disputeId}` } as const;
      await this.recordRefund.execute({ provider, order, event: refund, reportedAt });
    }
    if (plan) await this.applyFacts.execute(tenantId);
  }
}
