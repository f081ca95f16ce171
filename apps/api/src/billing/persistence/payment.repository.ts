import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutId, PaymentId, TenantId } from '../../platform/ids/ids';
import type { TimePosition } from '../../platform/paging/cursors';
import type { Order } from '../domain/order';
import type { Money } from '../domain/plans';
import type { PaymentKey } from './refund.repository';
import type { CapturedPayment, EndedMandate, PaymentEvent, UnknownEvent } from '../payments/payment-provider';

/** A payment as its event reports it. */
export interface NewPayment {
  tenantId: TenantId;
  id: PaymentId;
  orderId: CheckoutId;
  provider: string;
  providerPaymentId: string;
  price: Money;
  paidAt: Date;
  /** When we heard of it. */
  reportedAt: Date;
}

/**
 * Why captured money buys nothing: its order, or another upgrade of the same period, is paid already, it is another amount, it was
 * paid for another order, too late, or when the tenant was closed, or it is a debit that its customer did not want any more.
 */
export type UnmatchedReason = 'second' | 'amount' | 'order' | 'late' | 'closed' | 'called_back';

/** Captured money that buys nothing. */
export interface UnmatchedPayment {
  tenantId: TenantId;
  id: string;
  orderId: CheckoutId;
  provider: string;
  event: CapturedPayment;
  reportedAt: Date;
  reason: UnmatchedReason;
}

/** A payment with what was bought by it. */
export interface ListedPayment {
  id: PaymentId;
  kind: Order['kind'];
  description: string;
  price: Money;
  credits: number;
  paidAt: Date;
}

/** Stores payments and the events that reported them. */
@Injectable()
export class PaymentRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Takes an event for this unit of work; false when another one has. A running other is waited for. */
  async claim(provider: string, orderId: CheckoutId, event: PaymentEvent, receivedAt: Date): Promise<boolean> {
    const { id, kind, occurredAt } = event;
    const money = event.kind === 'mandate.ended' ? [null, null, null] : [event.paymentId, event.amount, event.currency];
    const rows = await this.unitOfWork.query(
      `INSERT INTO billing.provider_events
         (provider, event_id, kind, order_id, provider_payment_id, amount, currency, occurred_at, received_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING 1`,
      [provider, id, kind, orderId, ...money, occurredAt, receivedAt],
    );
    return rows.length === 1;
  }

  /** Stores an event that means nothing to us, once. */
  async store(provider: string, { id, type, occurredAt }: UnknownEvent, receivedAt: Date): Promise<void> {
    await this.unitOfWork.query(
      `INSERT INTO billing.provider_events (provider, event_id, kind, occurred_at, received_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [provider, id, type, occurredAt, receivedAt],
    );
  }

  /** Stores the end of a mandate of which nothing is known yet, once. It waits for a consent that is being recorded. */
  async storeEnd(provider: string, event: EndedMandate, mandateId: string, receivedAt: Date): Promise<void> {
    const { id, kind, occurredAt } = event;
    await this.lockMandate(provider, mandateId);
    await this.unitOfWork.query(
      `INSERT INTO billing.provider_events (provider, event_id, kind, provider_mandate_id, occurred_at, received_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [provider, id, kind, mandateId, occurredAt, receivedAt],
    );
  }

  /** When a mandate ended whose end was reported before its consent; null when none was. No other report comes in between. */
  async endOf(provider: string, mandateId: string): Promise<Date | null> {
    await this.lockMandate(provider, mandateId);
    const [row] = await this.unitOfWork.query<{ endedAt: Date | null }>(
      `SELECT min(occurred_at) AS "endedAt" FROM billing.provider_events
       WHERE provider = $1 AND provider_mandate_id = $2 AND kind = 'mandate.ended'`,
      [provider, mandateId],
    );
    return row?.endedAt ?? null;
  }

  /** Adds a payment; false when the provider's payment is known already, or its order is paid. */
  async add(payment: NewPayment): Promise<boolean> {
    const { tenantId, id, orderId, provider, providerPaymentId, price, paidAt, reportedAt } = payment;
    const rows = await this.unitOfWork.query(
      `INSERT INTO billing.payments
         (tenant_id, id, order_id, provider, provider_payment_id, amount, currency, paid_at, reported_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING 1`,
      [tenantId, id, orderId, provider, providerPaymentId, price.amount, price.currency, paidAt, reportedAt],
    );
    return rows.length === 1;
  }

  /** Our id of a provider's payment for an order; null while it is unknown, or buys nothing. */
  async idOf(
    tenantId: TenantId,
    orderId: CheckoutId,
    { provider, providerPaymentId }: PaymentKey,
  ): Promise<string | null> {
    const [row] = await this.unitOfWork.query<{ id: string }>(
      `SELECT id FROM billing.payments
       WHERE tenant_id = $1 AND order_id = $2 AND provider = $3 AND provider_payment_id = $4`,
      [tenantId, orderId, provider, providerPaymentId],
    );
    return row?.id ?? null;
  }

  /**
   * Whether another upgrade of the same period is paid, whose price was reduced by the same unused time; one that was given back
   * counts no more. Whoever asks about the same period is waited for.
   */
  async isUpgraded({ tenantId, id }: { tenantId: TenantId; id: CheckoutId }, replaces: CheckoutId): Promise<boolean> {
    await this.unitOfWork.query('SELECT 1 FROM billing.orders WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE', [
      tenantId,
      replaces,
    ]);
    const [row] = await this.unitOfWork.query<{ upgraded: boolean }>(
      `SELECT EXISTS (
         SELECT 1 FROM billing.payments p JOIN billing.orders o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
         WHERE o.tenant_id = $1 AND o.replaces = $2 AND o.id <> $3
           AND p.amount > (SELECT coalesce(sum(r.amount), 0) FROM billing.refunds r WHERE r.tenant_id = p.tenant_id
             AND r.provider = p.provider AND r.provider_payment_id = p.provider_payment_id AND r.currency = p.currency)
       ) AS upgraded`,
      [tenantId, replaces, id],
    );
    return row?.upgraded === true;
  }

  /** Whether a payment that is not known yet was captured when its tenant was closed or blocked; of an erased tenant it always was. */
  async isOfClosed(tenantId: TenantId, orderId: CheckoutId, event: CapturedPayment): Promise<boolean> {
    const [row] = await this.unitOfWork.query<{ closed: boolean | null }>(
      `SELECT auth.closed_since($1) <= $4 AND NOT EXISTS (SELECT 1 FROM billing.payments
         WHERE tenant_id = $1 AND order_id = $2 AND provider_payment_id = $3) AS closed`,
      [tenantId, orderId, event.paymentId, event.occurredAt],
    );
    return row?.closed === true;
  }

  /** Sets money aside that buys nothing; false when that was done before. */
  async addUnmatched({
    tenantId,
    id,
    orderId,
    provider,
    event,
    reportedAt,
    reason,
  }: UnmatchedPayment): Promise<boolean> {
    const { paymentId, amount, currency, occurredAt } = event;
    const rows = await this.unitOfWork.query(
      `INSERT INTO billing.unmatched_payments
         (tenant_id, id, order_id, provider, provider_payment_id, amount, currency, paid_at, reported_at, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING 1`,
      [tenantId, id, orderId, provider, paymentId, amount, currency, occurredAt, reportedAt, reason],
    );
    return rows.length === 1;
  }

  /** The credits that come with each of these payments, by payment. */
  async creditsOf(tenantId: TenantId, payments: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.unitOfWork.query<{ id: string; credits: string }>(
      `SELECT p.id, o.credits FROM billing.payments p
       JOIN billing.orders o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
       WHERE p.tenant_id = $1 AND p.id = ANY($2)`,
      [tenantId, payments],
    );
    return new Map(rows.map(({ id, credits }) => [id, Number(credits)]));
  }

  /** Payments older than a position, newest first. */
  async list(tenantId: TenantId, before: TimePosition | undefined, limit: number): Promise<ListedPayment[]> {
    type Row = Omit<ListedPayment, 'price' | 'credits'> & { amount: string; currency: 'INR'; credits: string };
    const rows = await this.unitOfWork.read<Row>(
      { tenant: tenantId },
      `SELECT p.id, o.kind, o.description, p.amount, p.currency, o.credits, p.paid_at AS "paidAt"
       FROM billing.payments p JOIN billing.orders o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
       WHERE p.tenant_id = $1 AND ($2::timestamptz IS NULL OR (p.paid_at, p.id) < ($2, $3::uuid))
       ORDER BY p.paid_at DESC, p.id DESC LIMIT $4`,
      [tenantId, before?.at ?? null, before?.id ?? null, limit],
    );
    return rows.map(({ amount, currency, credits, ...row }) => ({
      ...row,
      price: { amount: Number(amount), currency },
      credits: Number(credits),
    }));
  }

  /** Until the end of the unit of work. */
  private async lockMandate(provider: string, mandateId: string): Promise<void> {
    await this.unitOfWork.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `mandate ${provider} ${mandateId}`,
    ]);
  }
}
