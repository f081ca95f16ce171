import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutId, TenantId } from '../../platform/ids/ids';
import type { DisputedPayment } from '../payments/payment-provider';

/** A step of a dispute as its event reports it. */
export interface NewDisputeStep {
  tenantId: TenantId;
  id: string;
  orderId: CheckoutId;
  provider: string;
  event: DisputedPayment;
  reportedAt: Date;
}

const steps = { 'dispute.opened': 'opened', 'dispute.won': 'won', 'dispute.lost': 'lost' } as const;

/** Stores what providers report of disputes. */
@Injectable()
export class DisputeRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Adds a step of a dispute; false when it is known already. */
  async add({ tenantId, id, orderId, provider, event, reportedAt }: NewDisputeStep): Promise<boolean> {
    const { disputeId, paymentId, kind, amount, currency, occurredAt } = event;
    const rows = await this.unitOfWork.query(
      `INSERT INTO billing.disputes (tenant_id, id, order_id, provider, provider_dispute_id, provider_payment_id, step, amount,
         currency, at, reported_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (provider, provider_dispute_id, step) DO NOTHING RETURNING 1`,
      [tenantId, id, orderId, provider, disputeId, paymentId, steps[kind], amount, currency, occurredAt, reportedAt],
    );
    return rows.length === 1;
  }
}
