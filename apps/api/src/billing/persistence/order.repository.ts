import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutId, TenantId, UserId } from '../../platform/ids/ids';
import type { CheckoutStatus } from '../domain/checkout';
import type { Order } from '../domain/order';
import type { Money, PlanId } from '../domain/plans';
import type { OrderKey } from '../payments/payment-provider';
import type { MandateTerms } from '../renewals/domain/renewal';
import { MandateRepository } from '../renewals/mandate.repository';

/** An order as it is placed. */
export interface NewOrder {
  tenantId: TenantId;
  id: CheckoutId;
  buyerId: UserId;
  order: Order;
  provider: string;
  openedAt: Date;
  /** The consent that its checkout asks for; null for none. */
  mandate: MandateTerms | null;
}

/** An order as its provider's page and events find it, by its id alone. */
export interface FoundOrder {
  tenantId: TenantId;
  id: CheckoutId;
  buyerId: UserId;
  description: string;
  price: Money;
  provider: string;
  /** The provider's id of the checkout; null until its page was opened. */
  providerReference: string | null;
  status: CheckoutStatus;
  /** Its tenant is closed or blocked. */
  isClosed: boolean;
}

/** A checkout that is to be ended at its provider. */
export interface CheckoutToEnd {
  tenantId: TenantId;
  id: CheckoutId;
  provider: string;
  providerReference: string;
}

/** An order that is being settled. */
export interface LockedOrder {
  tenantId: TenantId;
  id: CheckoutId;
  kind: Order['kind'];
  plan: PlanId | null;
  price: Money;
  credits: number;
  status: CheckoutStatus;
  openedAt: Date;
  /** Of an upgrade: the order whose period it replaces. */
  replaces: CheckoutId | null;
  /** When a newer order of the same upgrade was placed; null when there is none. */
  pricedAgainAt: Date | null;
}

type Row<T> = Omit<T, 'price' | 'credits'> & { amount: string; currency: 'INR'; credits: string };

const columns = 'tenant_id AS "tenantId", id, amount, currency, credits, status';

/** Stores orders, each with the status of its checkout. */
@Injectable()
export class OrderRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mandates: MandateRepository,
  ) {}

  /** Adds an order; an existing one is not changed. */
  async add({ tenantId, id, buyerId, order, provider, openedAt, mandate }: NewOrder): Promise<void> {
    const { kind, plan, replaces, description, price, credits } = order;
    await this.unitOfWork.query(
      `INSERT INTO billing.orders
         (tenant_id, id, buyer_id, kind, plan, description, amount, currency, credits, provider, status, opened_at, replaces)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', $11, $12)
       ON CONFLICT (tenant_id, id) DO NOTHING`,
      [
        tenantId,
        id,
        buyerId,
        kind,
        plan,
        description,
        price.amount,
        price.currency,
        credits,
        provider,
        openedAt,
      ].concat([replaces]),
    );
    if (mandate) await this.mandates.ask(tenantId, id, provider, mandate);
  }

  /** When a tenant's order was placed, and who collects it; null when there is none of this id. */
  async findPlaced(tenantId: TenantId, id: CheckoutId): Promise<{ openedAt: Date; provider: string } | null> {
    const [row] = await this.unitOfWork.query<{ openedAt: Date; provider: string }>(
      'SELECT opened_at AS "openedAt", provider FROM billing.orders WHERE tenant_id = $1 AND id = $2',
      [tenantId, id],
    );
    return row ?? null;
  }

  /** The newest upgrade of an order that was priced since an instant and is not paid; null when there is none. */
  async findUpgrade(
    tenantId: TenantId,
    replaces: string,
    since: Date,
  ): Promise<{ id: CheckoutId; provider: string; plan: PlanId; price: Money } | null> {
    const [row] = await this.unitOfWork.query<{
      id: CheckoutId;
      provider: string;
      plan: PlanId;
      amount: string;
      currency: 'INR';
    }>(
      `SELECT id, provider, plan, amount, currency FROM billing.orders
       WHERE tenant_id = $1 AND replaces = $2 AND opened_at > $3 AND status <> 'paid' ORDER BY opened_at DESC LIMIT 1`,
      [tenantId, replaces, since],
    );
    return row ? { id: row.id, provider: row.provider, plan: row.plan, price: moneyOf(row) } : null;
  }

  /** Notes the provider's id of an order's page. */
  async setProviderReference(tenantId: TenantId, id: CheckoutId, reference: string): Promise<void> {
    await this.unitOfWork.query('UPDATE billing.orders SET provider_reference = $3 WHERE tenant_id = $1 AND id = $2', [
      tenantId,
      id,
      reference,
    ]);
  }

  /** A provider's order of any tenant, for who knows a key of it; never inside the tenant's unit of work. */
  async findAnywhere(provider: string, key: OrderKey): Promise<FoundOrder | null> {
    const [condition, value] = conditionOf(key);
    const [row] = await this.unitOfWork.read<Row<FoundOrder>>(
      { role: 'canar_jobs' },
      `SELECT ${columns}, buyer_id AS "buyerId", description, provider, provider_reference AS "providerReference",
         auth.closed_since(tenant_id) IS NOT NULL AS "isClosed"
       FROM billing.orders WHERE provider = $1 AND ${condition}`,
      [provider, value],
    );
    return row ? priced(row) : null;
  }

  /** Unpaid checkouts of closed or blocked tenants that were opened after an instant at some providers, the oldest first. */
  toEnd(providers: readonly string[], openedAfter: Date, limit: number): Promise<CheckoutToEnd[]> {
    return this.unitOfWork.read<CheckoutToEnd>(
      { role: 'canar_jobs' },
      `SELECT tenant_id AS "tenantId", id, provider, provider_reference AS "providerReference" FROM billing.orders
       WHERE status <> 'paid' AND ended_at IS NULL AND opened_at > $2 AND provider = ANY($1)
         AND provider_reference IS NOT NULL AND auth.closed_since(tenant_id) IS NOT NULL
       ORDER BY opened_at LIMIT $3`,
      [providers, openedAfter, limit],
    );
  }

  /** Notes that a checkout was ended at its provider. */
  async setEnded(tenantId: TenantId, id: CheckoutId, at: Date): Promise<void> {
    await this.unitOfWork.query('UPDATE billing.orders SET ended_at = $3 WHERE tenant_id = $1 AND id = $2', [
      tenantId,
      id,
      at,
    ]);
  }

  /** The order, its row locked until the unit of work ends. */
  async lock(tenantId: TenantId, id: CheckoutId): Promise<LockedOrder> {
    const [row] = await this.unitOfWork.query<Row<LockedOrder>>(
      `SELECT ${columns}, kind, plan, replaces, opened_at AS "openedAt",
         (SELECT min(newer.opened_at) FROM billing.orders newer WHERE newer.tenant_id = orders.tenant_id
            AND newer.replaces = orders.replaces AND newer.opened_at > orders.opened_at) AS "pricedAgainAt"
       FROM billing.orders WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
      [tenantId, id],
    );
    if (!row) throw new Error('The order that was found is gone.');
    return priced(row);
  }

  async setStatus({ tenantId, id }: LockedOrder, status: CheckoutStatus): Promise<void> {
    await this.unitOfWork.query('UPDATE billing.orders SET status = $3 WHERE tenant_id = $1 AND id = $2', [
      tenantId,
      id,
      status,
    ]);
  }
}

function conditionOf(key: OrderKey): [sql: string, value: string] {
  if ('checkoutId' in key) return ['id = $2', key.checkoutId];
  if ('providerReference' in key) return ['provider_reference = $2', key.providerReference];
  const ofMandate = `SELECT order_id FROM billing.mandates WHERE provider = $1 AND provider_mandate_id = $2
    ORDER BY authorised_at DESC LIMIT 1`;
  return [`id = (${ofMandate})`, key.mandateId];
}

function moneyOf({ amount, currency }: { amount: string; currency: 'INR' }): Money {
  return { amount: Number(amount), currency };
}

function priced<T extends { amount: string; currency: 'INR'; credits: string }>({ amount, currency, ...row }: T) {
  return { ...row, price: moneyOf({ amount, currency }), credits: Number(row.credits) };
}
