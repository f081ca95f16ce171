import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutId, TenantId } from '../../platform/ids/ids';
import type { RefundedPayment } from '../payments/payment-provider';

/** A refund as its event reports it. */
export interface NewRefund {
  tenantId: TenantId;
  id: string;
  orderId: CheckoutId;
  provider: string;
  event: RefundedPayment;
  reportedAt: Date;
}

/** Money that was given back of a payment: paise. */
interface RefundedPart {
  id: string;
  amount: number;
}

/** A payment by its provider's id. */
export interface PaymentKey {
  provider: string;
  providerPaymentId: string;
}

/** Stores refunds. */
@Injectable()
export class RefundRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Adds a refund; false when it is known already. */
  async add({ tenantId, id, orderId, provider, event, reportedAt }: NewRefund): Promise<boolean> {
    const { refundId, paymentId, amount, currency, occurredAt } = event;
    const rows = await this.unitOfWork.query(
      `INSERT INTO billing.refunds (tenant_id, id, order_id, provider, provider_refund_id, provider_payment_id, amount, currency,
         refunded_at, reported_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (provider, provider_refund_id) DO NOTHING RETURNING 1`,
      [tenantId, id, orderId, provider, refundId, paymentId, amount, currency, occurredAt, reportedAt],
    );
    return rows.length === 1;
  }

  /** What was given back of a payment in rupees. */
  async partsOf(tenantId: TenantId, { provider, providerPaymentId }: PaymentKey): Promise<RefundedPart[]> {
    const rows = await this.unitOfWork.query<{ id: string; amount: string }>(
      `SELECT id, amount FROM billing.refunds
       WHERE tenant_id = $1 AND provider = $2 AND provider_payment_id = $3 AND currency = 'INR'`,
      [tenantId, provider, providerPaymentId],
    );
    return rows.map(({ id, amount }) => ({ id, amount: Number(amount) }));
  }

  /** Notes that money which bought nothing was given back, once all of it was. */
  async closeUnmatched(tenantId: TenantId, { provider, providerPaymentId }: PaymentKey): Promise<void> {
    await this.unitOfWork.query(
      `UPDATE billing.unmatched_payments u SET state = 'refunded'
       WHERE u.tenant_id = $1 AND u.provider = $2 AND u.provider_payment_id = $3 AND u.state = 'open'
         AND u.amount <= (SELECT coalesce(sum(r.amount), 0) FROM billing.refunds r WHERE r.tenant_id = $1
           AND r.provider = $2 AND r.provider_payment_id = $3 AND r.currency = u.currency)`,
      [tenantId, provider, providerPaymentId],
    );
  }
}
