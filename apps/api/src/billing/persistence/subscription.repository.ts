import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';
import type { Dispute } from '../domain/dispute';
import { type Fact, fold, type Period, type PlanPayment, type SubscriptionAct } from '../domain/facts';
import type { PlanId } from '../domain/plans';
import { checkoutPatience, type Subscription } from '../domain/subscription';

interface FactsRow {
  payments: (Omit<PlanPayment, 'kind' | 'paidAt' | 'reportedAt' | 'refundedAt' | 'disputes'> & {
    paidAt: string;
    reportedAt: string;
    refundedAt: string | null;
    disputes: Record<keyof Dispute, string | null>[];
  })[];
  acts: { kind: SubscriptionAct['kind']; plan: PlanId | null; at: string }[];
  awaitsPayment: boolean;
}

/** Stores the facts of subscriptions, and the periods that follow from them. */
@Injectable()
export class SubscriptionRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The subscription that follows from everything that is known. */
  async find(tenantId: TenantId, now: Date): Promise<Subscription> {
    const [row] = await this.unitOfWork.read<FactsRow>({ tenant: tenantId }, factsSql, [
      tenantId,
      new Date(now.getTime() - checkoutPatience),
    ]);
    if (!row) throw new Error('A tenant always has facts, if only none.');
    const payments = row.payments.map(({ paidAt, reportedAt, refundedAt, disputes, ...payment }): Fact => ({
      ...payment,
      kind: 'payment',
      paidAt: new Date(paidAt),
      reportedAt: new Date(reportedAt),
      refundedAt: dateOf(refundedAt),
      disputes: disputes.map(({ openedAt, wonAt, lostAt }) => ({
        openedAt: dateOf(openedAt),
        wonAt: dateOf(wonAt),
        lostAt: dateOf(lostAt),
      })),
    }));
    const acts = row.acts.map((act): Fact => ({ ...act, at: new Date(act.at) }) as SubscriptionAct);
    return { ...fold([...payments, ...acts]), awaitsPayment: row.awaitsPayment };
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

  /** What was paid for a period and not given back, in paise, and the order that was paid. */
  async valueOf(tenantId: TenantId, paidBy: string): Promise<{ orderId: string; value: number }> {
    const [row] = await this.unitOfWork.read<{ orderId: string; value: string }>(
      { tenant: tenantId },
      `SELECT p.order_id AS "orderId", greatest(0, p.amount - (SELECT coalesce(sum(r.amount), 0) FROM billing.refunds r
         WHERE r.tenant_id = p.tenant_id AND r.provider = p.provider AND r.provider_payment_id = p.provider_payment_id
           AND r.currency = p.currency)) AS value
       FROM billing.payments p WHERE p.tenant_id = $1 AND p.id = $2`,
      [tenantId, paidBy],
    );
    if (!row) throw new Error('A period is paid by a payment.');
    return { ...row, value: Number(row.value) };
  }

  /** Adds what the customer asked for to a locked subscription. */
  async addAct(tenantId: TenantId, id: string, act: SubscriptionAct): Promise<void> {
    await this.unitOfWork.query(
      'INSERT INTO billing.subscription_acts (tenant_id, id, act, plan, at) VALUES ($1, $2, $3, $4, $5)',
      [tenantId, id, act.kind, act.kind === 'change' ? act.plan : null, act.at],
    );
  }

  /**
   * Writes the periods of a locked subscription as they follow from the facts.
   * @returns those that are new or have moved
   */
  async replacePeriods(tenantId: TenantId, periods: readonly Period[]): Promise<Period[]> {
    const stored = await this.unitOfWork.query<{ paidBy: string; start: Date; end: Date }>(
      'SELECT payment_id AS "paidBy", starts_at AS start, ends_at AS "end" FROM billing.periods WHERE tenant_id = $1',
      [tenantId],
    );
    const before = new Map(stored.map(({ paidBy, ...place }) => [paidBy, place]));
    const changed = periods.filter(({ paidBy, start, end }) => {
      const place = before.get(paidBy);
      return Number(place?.start) !== Number(start) || Number(place?.end) !== Number(end);
    });
    const gone = [...before.keys()].filter((id) => !periods.some(({ paidBy }) => paidBy === id));
    if (changed.length === 0 && gone.length === 0) return [];
    const ids = [...gone, ...changed.map(({ paidBy }) => paidBy)];
    await this.unitOfWork.query('DELETE FROM billing.periods WHERE tenant_id = $1 AND payment_id = ANY($2)', [
      tenantId,
      ids,
    ]);
    await this.unitOfWork.query(
      `INSERT INTO billing.periods (tenant_id, payment_id, plan, starts_at, ends_at)
       SELECT $1, p."paidBy", p.plan, p.start, p."end"
       FROM jsonb_to_recordset($2::jsonb) AS p("paidBy" uuid, plan text, start timestamptz, "end" timestamptz)`,
      [tenantId, JSON.stringify(changed)],
    );
    return changed;
  }
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

// An order that was captured more than once was paid when it was captured first, whichever capture we heard of first. So was an upgrade
// of which two orders were paid.
const factsSql = `
  SELECT coalesce((
      SELECT json_agg(json_build_object('id', p.id, 'orderId', o.id, 'plan', o.plan, 'replaces', o.replaces, 'paidAt', least(p.paid_at, s.paid_at),
        'reportedAt', least(coalesce(p.reported_at, p.paid_at), s.reported_at), 'refundedAt', r.at,
        'disputes', coalesce(d.disputes, '[]')))
      FROM billing.payments p JOIN billing.orders o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
      LEFT JOIN LATERAL (
        SELECT min(u.paid_at) AS paid_at, min(u.reported_at) AS reported_at FROM billing.unmatched_payments u
        JOIN billing.orders x ON x.tenant_id = u.tenant_id AND x.id = u.order_id
        WHERE u.tenant_id = p.tenant_id AND (x.id = o.id OR x.replaces = o.replaces) AND u.reason = 'second') s ON true
      LEFT JOIN LATERAL (
        SELECT min(part.refunded_at) AS at FROM (
          SELECT f.refunded_at, sum(f.amount) OVER (ORDER BY f.refunded_at, f.provider_refund_id) AS total
          FROM billing.refunds f WHERE f.tenant_id = p.tenant_id AND f.provider = p.provider
            AND f.provider_payment_id = p.provider_payment_id AND f.currency = p.currency) part
        WHERE part.total >= p.amount) r ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('openedAt', one.opened, 'wonAt', one.won, 'lostAt', one.lost)) AS disputes FROM (
          SELECT min(x.at) FILTER (WHERE x.step = 'opened') AS opened, min(x.at) FILTER (WHERE x.step = 'won') AS won,
            min(x.at) FILTER (WHERE x.step = 'lost') AS lost
          FROM billing.disputes x WHERE x.tenant_id = p.tenant_id AND x.provider = p.provider
            AND x.provider_payment_id = p.provider_payment_id
          GROUP BY x.provider_dispute_id) one) d ON true
      WHERE p.tenant_id = $1 AND o.plan IS NOT NULL), '[]') AS payments,
    coalesce((
      SELECT json_agg(json_build_object('kind', act, 'plan', plan, 'at', at)) FROM billing.subscription_acts WHERE tenant_id = $1), '[]') AS acts,
    EXISTS (SELECT 1 FROM billing.orders o WHERE o.tenant_id = $1
            AND o.kind = 'plan' AND o.status = 'open' AND o.opened_at > $2) AS "awaitsPayment"`;
