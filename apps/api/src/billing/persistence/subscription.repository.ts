import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { PaymentId, TenantId } from '../../platform/ids/ids';
import type { PlanId } from '../domain/plans';
import { checkoutPatience, type Period, type Subscription } from '../domain/subscription';

interface SubscriptionRow {
  cancelRequestedAt: Date | null;
  periods: { plan: PlanId; start: string; end: string }[];
  awaitsPayment: boolean;
}

/** Keeps subscriptions and their periods. */
@Injectable()
export class SubscriptionRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The subscription as far as it matters from an instant on: the running and coming periods, or else the last. */
  async find(tenantId: TenantId, now: Date): Promise<Subscription> {
    const [row] = await this.unitOfWork.read<SubscriptionRow>({ tenant: tenantId }, findSql, [
      tenantId,
      now,
      new Date(now.getTime() - checkoutPatience),
    ]);
    if (!row) throw new Error('A tenant always has a subscription, if only an empty one.');
    const periods = row.periods.map(({ plan, start, end }) => ({ plan, start: new Date(start), end: new Date(end) }));
    return { ...row, periods };
  }

  /** The same, locked until the unit of work ends. */
  async lock(tenantId: TenantId, now: Date): Promise<Subscription> {
    await this.unitOfWork.query('INSERT INTO billing.subscriptions (tenant_id) VALUES ($1) ON CONFLICT DO NOTHING', [
      tenantId,
    ]);
    await this.unitOfWork.query('SELECT 1 FROM billing.subscriptions WHERE tenant_id = $1 FOR UPDATE', [tenantId]);
    // A statement of its own, begun after the lock is held: it sees what the one before it has committed.
    return this.find(tenantId, now);
  }

  /** Adds a period to a locked subscription. */
  async addPeriod(tenantId: TenantId, paymentId: PaymentId, { plan, start, end }: Period): Promise<void> {
    await this.unitOfWork.query(
      'INSERT INTO billing.periods (tenant_id, payment_id, plan, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5)',
      [tenantId, paymentId, plan, start, end],
    );
  }

  /** Says when a locked subscription was asked to end, or that it goes on. */
  async setCancelRequest(tenantId: TenantId, at: Date | null): Promise<void> {
    await this.unitOfWork.query('UPDATE billing.subscriptions SET cancel_requested_at = $2 WHERE tenant_id = $1', [
      tenantId,
      at,
    ]);
  }
}

const findSql = `
  SELECT s.cancel_requested_at AS "cancelRequestedAt", coalesce(p.periods, '[]') AS periods,
         EXISTS (SELECT 1 FROM billing.checkouts c WHERE c.tenant_id = t.id
                 AND c.kind = 'plan' AND c.status = 'open' AND c.opened_at > $3) AS "awaitsPayment"
  FROM (SELECT $1::uuid AS id) t
  LEFT JOIN billing.subscriptions s ON s.tenant_id = t.id
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('plan', plan, 'start', starts_at, 'end', ends_at) ORDER BY starts_at) AS periods
    FROM billing.periods WHERE tenant_id = t.id
      AND (ends_at > $2 OR starts_at = (SELECT max(starts_at) FROM billing.periods WHERE tenant_id = t.id))
  ) p ON true`;
