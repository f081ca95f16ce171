import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutId, TenantId } from '../../platform/ids/ids';
import type { Money, PlanId } from '../domain/plans';
import type { Attempt } from './domain/renewal';

/** A try as it is announced. */
export type NewAttempt = Pick<Attempt, 'tenantId' | 'orderId' | 'mandateId' | 'follows' | 'attempt' | 'debitAt'> & {
  announcedAt: Date;
};

/** What can happen to a try, each once but for `requested`, which is when the provider was asked last. */
type Milestone = 'noticed' | 'requested' | 'answered' | 'called_back';

/** A payment that waits to be refunded because its customer did not want the debit. */
export interface UnwantedPayment {
  tenantId: TenantId;
  id: string;
}

type Row = Omit<Attempt, 'price'> & { amount: string; currency: Money['currency']; plan: PlanId };

const columns = `r.tenant_id AS "tenantId", r.order_id AS "orderId", r.mandate_id AS "mandateId", r.follows, r.attempt,
  o.plan, o.amount, o.currency, o.description, r.debit_at AS "debitAt", r.noticed_at AS "noticedAt",
  r.requested_at AS "requestedAt", r.answered_at AS "answeredAt", r.called_back_at AS "calledBackAt"`;

/** Stores the tries to debit renewals. */
@Injectable()
export class RenewalRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The try that is unanswered, and those that continue a period. @param follows the payment of that period */
  async attempts(tenantId: TenantId, follows: string | null): Promise<Attempt[]> {
    return this.list(tenantId, '(r.follows = $2 OR (r.answered_at IS NULL AND r.called_back_at IS NULL))', follows);
  }

  /** The try of an order; null when its order is no renewal. */
  async find(tenantId: TenantId, orderId: CheckoutId): Promise<Attempt | null> {
    const [attempt] = await this.list(tenantId, 'r.order_id = $2', orderId);
    return attempt ?? null;
  }

  async add({ tenantId, orderId, mandateId, follows, attempt, announcedAt, debitAt }: NewAttempt): Promise<void> {
    await this.unitOfWork.query(
      `INSERT INTO billing.renewals (tenant_id, order_id, mandate_id, follows, attempt, announced_at, debit_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tenantId, orderId, mandateId, follows, attempt, announcedAt, debitAt],
    );
  }

  /** Notes how far a try has come. */
  async note(tenantId: TenantId, orderId: CheckoutId, milestone: Milestone, at: Date): Promise<void> {
    await this.unitOfWork.query(
      `UPDATE billing.renewals SET ${milestone}_at = $3 WHERE tenant_id = $1 AND order_id = $2`,
      [tenantId, orderId, at],
    );
  }

  /** Whether a tenant is closed or blocked. */
  async isClosed(tenantId: TenantId): Promise<boolean> {
    const [row] = await this.unitOfWork.read<{ closed: boolean }>(
      { tenant: tenantId },
      'SELECT auth.closed_since($1) IS NOT NULL AS closed',
      [tenantId],
    );
    return row?.closed === true;
  }

  /** The tenants of which something may be due: those with a mandate and no paid time after an instant, and those with an unanswered try. */
  async tenantsToRenew(now: Date, paidUntil: Date): Promise<TenantId[]> {
    const rows = await this.unitOfWork.read<{ tenantId: TenantId }>(
      { role: 'canar_jobs' },
      `SELECT tenant_id AS "tenantId" FROM billing.mandates m WHERE authorised_at IS NOT NULL AND ended_at IS NULL
         AND (expires_at <= $1 OR NOT EXISTS (
           SELECT 1 FROM billing.periods p WHERE p.tenant_id = m.tenant_id AND p.ends_at > $2))
       UNION SELECT tenant_id FROM billing.renewals WHERE answered_at IS NULL AND called_back_at IS NULL`,
      [now, paidUntil],
    );
    return rows.map(({ tenantId }) => tenantId);
  }

  /** The debits that were captured although they were not wanted, and are not refunded. */
  unwantedPayments(): Promise<UnwantedPayment[]> {
    return this.unitOfWork.read<UnwantedPayment>(
      { role: 'canar_jobs' },
      `SELECT tenant_id AS "tenantId", id FROM billing.unmatched_payments WHERE state = 'open' AND reason = 'called_back'`,
    );
  }

  private async list(tenantId: TenantId, condition: string, key: string | null): Promise<Attempt[]> {
    const rows = await this.unitOfWork.read<Row>(
      { tenant: tenantId },
      `SELECT ${columns} FROM billing.renewals r JOIN billing.orders o ON o.tenant_id = r.tenant_id AND o.id = r.order_id
       WHERE r.tenant_id = $1 AND ${condition} ORDER BY r.announced_at`,
      [tenantId, key],
    );
    return rows.map(({ amount, currency, ...row }) => ({ ...row, price: { amount: Number(amount), currency } }));
  }
}
