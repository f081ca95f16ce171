import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutId, TenantId } from '../../platform/ids/ids';
import type { PaymentKey } from './refund.repository';

/** A refund that an operator asks for. */
export interface StoredRefundRequest extends PaymentKey {
  tenantId: TenantId;
  /** The idempotency key at the provider. */
  id: string;
  orderId: CheckoutId;
  /** In the smallest unit of its currency. */
  amount: number;
  currency: string;
}

/** How far a refund request has come. */
export type RefundRequestState = 'open' | 'rejected';

/** Stores refunds that operators ask for, before the provider hears of them. */
@Injectable()
export class RefundRequestRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(request: StoredRefundRequest, requestedAt: Date): Promise<void> {
    const { tenantId, id, orderId, provider, providerPaymentId, amount, currency } = request;
    await this.unitOfWork.query(
      `INSERT INTO billing.refund_requests
         (tenant_id, id, order_id, provider, provider_payment_id, amount, currency, requested_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tenantId, id, orderId, provider, providerPaymentId, amount, currency, requestedAt],
    );
  }

  /** Whether a request still asks for its money; null when there is none of this id. */
  async stateOf(tenantId: TenantId, id: string): Promise<RefundRequestState | null> {
    const [row] = await this.unitOfWork.query<{ rejected: boolean }>(
      'SELECT rejected_at IS NOT NULL AS rejected FROM billing.refund_requests WHERE tenant_id = $1 AND id = $2',
      [tenantId, id],
    );
    if (!row) return null;
    return row.rejected ? 'rejected' : 'open';
  }

  /** What is given back of a payment or is to be, in its currency. */
  async committed(tenantId: TenantId, { provider, providerPaymentId }: PaymentKey, currency: string): Promise<number> {
    const [row] = await this.unitOfWork.query<{ amount: string }>(
      `SELECT (SELECT coalesce(sum(r.amount), 0) FROM billing.refunds r WHERE r.tenant_id = $1 AND r.provider = $2
                 AND r.provider_payment_id = $3 AND r.currency = $4)
            + (SELECT coalesce(sum(q.amount), 0) FROM billing.refund_requests q WHERE q.tenant_id = $1 AND q.provider = $2
                 AND q.provider_payment_id = $3 AND q.currency = $4 AND q.rejected_at IS NULL
                 AND NOT EXISTS (SELECT 1 FROM billing.refunds r
                   WHERE r.provider = q.provider AND r.provider_refund_id = q.provider_refund_id)) AS amount`,
      [tenantId, provider, providerPaymentId, currency],
    );
    return Number(row?.amount);
  }

  /** Notes that the provider has accepted a request. */
  async accept(tenantId: TenantId, id: string, providerRefundId: string): Promise<void> {
    await this.unitOfWork.query(
      'UPDATE billing.refund_requests SET provider_refund_id = $3 WHERE tenant_id = $1 AND id = $2',
      [tenantId, id, providerRefundId],
    );
  }

  /** Notes that the provider does not give what was requested. */
  async reject(tenantId: TenantId, id: string, at: Date): Promise<void> {
    await this.unitOfWork.query(
      'UPDATE billing.refund_requests SET rejected_at = $3 WHERE tenant_id = $1 AND id = $2 AND rejected_at IS NULL',
      [tenantId, id, at],
    );
  }

  /** The same, of a request that the provider knows by its own id; nothing when nobody requested it here. */
  async rejectAccepted(
    tenantId: TenantId,
    { provider, providerRefundId }: { provider: string; providerRefundId: string },
    at: Date,
  ): Promise<void> {
    await this.unitOfWork.query(
      `UPDATE billing.refund_requests SET rejected_at = $4
       WHERE tenant_id = $1 AND provider = $2 AND provider_refund_id = $3 AND rejected_at IS NULL`,
      [tenantId, provider, providerRefundId, at],
    );
  }
}
