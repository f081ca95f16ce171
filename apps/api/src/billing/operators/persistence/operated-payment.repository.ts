import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { CheckoutId, TenantId } from '../../../platform/ids/ids';
import type { TimePosition } from '../../../platform/paging/cursors';
import type { Order } from '../../domain/order';
import type { UnmatchedReason } from '../../persistence/payment.repository';

/** Captured money, whether it bought something or not. */
export interface CapturedMoney {
  orderId: CheckoutId;
  provider: string;
  providerPaymentId: string;
  /** In the smallest unit of its currency. */
  amount: number;
  currency: string;
}

/** A payment as operators see it. Amounts in paise. */
export interface OperatedPayment {
  id: string;
  kind: Order['kind'];
  description: string;
  provider: string;
  providerPaymentId: string;
  amount: number;
  refunded: number;
  /** What was requested and is not reported as refunded. */
  requested: number;
  disputed: boolean;
  paidAt: Date;
}

/** Money that bought nothing and waits for an operator. */
export interface WaitingPayment extends Omit<CapturedMoney, 'orderId'> {
  id: string;
  tenantId: TenantId;
  orderId: CheckoutId;
  reason: UnmatchedReason;
  paidAt: Date;
  reportedAt: Date;
  /** `reportedAt` as the database has it, to the microsecond. */
  exactAt: string;
}

type WithText<T, Names extends keyof T> = Omit<T, Names> & Record<Names, string>;

const refundsOf = `r.tenant_id = p.tenant_id AND r.provider = p.provider AND r.provider_payment_id = p.provider_payment_id`;

/** Reads captured money for operators. */
@Injectable()
export class OperatedPaymentRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Captured money by its id here, its order locked until the unit of work ends; null when the tenant has none of it. */
  async lock(tenantId: TenantId, id: string): Promise<CapturedMoney | null> {
    const columns = 'order_id AS "orderId", provider, provider_payment_id AS "providerPaymentId", amount, currency';
    const [row] = await this.unitOfWork.query<WithText<CapturedMoney, 'amount'>>(
      `SELECT ${columns} FROM billing.payments WHERE tenant_id = $1 AND id = $2
       UNION ALL SELECT ${columns} FROM billing.unmatched_payments WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id],
    );
    if (!row) return null;
    await this.unitOfWork.query('SELECT 1 FROM billing.orders WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [
      tenantId,
      row.orderId,
    ]);
    return { ...row, amount: Number(row.amount) };
  }

  /** A tenant's payments older than a position, newest first. */
  async list(tenantId: TenantId, before: TimePosition | undefined, limit: number): Promise<OperatedPayment[]> {
    const rows = await this.unitOfWork.read<WithText<OperatedPayment, 'amount' | 'refunded' | 'requested'>>(
      { tenant: tenantId },
      `SELECT p.id, o.kind, o.description, p.provider, p.provider_payment_id AS "providerPaymentId", p.amount,
         (SELECT coalesce(sum(r.amount), 0) FROM billing.refunds r
          WHERE ${refundsOf} AND r.currency = p.currency) AS refunded,
         (SELECT coalesce(sum(r.amount), 0) FROM billing.refund_requests r
          WHERE ${refundsOf} AND r.rejected_at IS NULL AND NOT EXISTS (SELECT 1 FROM billing.refunds f
            WHERE f.provider = r.provider AND f.provider_refund_id = r.provider_refund_id)) AS requested,
         EXISTS (SELECT 1 FROM billing.disputes r WHERE ${refundsOf} AND r.step = 'opened' AND NOT EXISTS (
           SELECT 1 FROM billing.disputes d WHERE d.provider = r.provider
             AND d.provider_dispute_id = r.provider_dispute_id AND d.step <> 'opened')) AS disputed,
         p.paid_at AS "paidAt"
       FROM billing.payments p JOIN billing.orders o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
       WHERE p.tenant_id = $1 AND ($2::timestamptz IS NULL OR (p.paid_at, p.id) < ($2, $3::uuid))
       ORDER BY p.paid_at DESC, p.id DESC LIMIT $4`,
      [tenantId, before?.at ?? null, before?.id ?? null, limit],
    );
    return rows.map(({ amount, refunded, requested, ...row }) => ({
      ...row,
      amount: Number(amount),
      refunded: Number(refunded),
      requested: Number(requested),
    }));
  }

  /** The money of all tenants that waits for an operator, older than a position, newest first. */
  async listWaiting(before: TimePosition | undefined, limit: number): Promise<WaitingPayment[]> {
    const rows = await this.unitOfWork.read<WithText<WaitingPayment, 'amount'>>(
      { role: 'canar_operator' },
      `SELECT id, tenant_id AS "tenantId", order_id AS "orderId", provider, provider_payment_id AS "providerPaymentId", amount,
         currency, reason, paid_at AS "paidAt", reported_at AS "reportedAt", reported_at::text AS "exactAt"
       FROM billing.unmatched_payments
       WHERE state = 'open' AND ($1::timestamptz IS NULL OR (reported_at, id) < ($1, $2::uuid))
       ORDER BY reported_at DESC, id DESC LIMIT $3`,
      [before?.at ?? null, before?.id ?? null, limit],
    );
    return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
  }

  /** Notes that somebody knows what a payment that bought nothing is about; false when it does not wait any more. */
  async explain(tenantId: TenantId, id: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `UPDATE billing.unmatched_payments SET state = 'explained'
       WHERE tenant_id = $1 AND id = $2 AND state = 'open' RETURNING 1`,
      [tenantId, id],
    );
    return rows.length === 1;
  }
}
