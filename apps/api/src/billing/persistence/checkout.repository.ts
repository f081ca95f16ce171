import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutId, TenantId, UserId } from '../../platform/ids/ids';
import type { CheckoutStatus } from '../domain/checkout';
import type { Order } from '../domain/order';
import type { Money, PlanId } from '../domain/plans';

/** A checkout as it is opened. */
export interface NewCheckout {
  tenantId: TenantId;
  id: CheckoutId;
  buyerId: UserId;
  order: Order;
  provider: string;
  providerReference: string;
  openedAt: Date;
}

/** A checkout as its provider's page and events find it, by its id alone. */
export interface FoundCheckout {
  tenantId: TenantId;
  id: CheckoutId;
  buyerId: UserId;
  description: string;
  price: Money;
  provider: string;
  status: CheckoutStatus;
}

/** A checkout that is being settled. */
export interface LockedCheckout {
  tenantId: TenantId;
  id: CheckoutId;
  plan: PlanId | null;
  price: Money;
  credits: number;
  status: CheckoutStatus;
}

type Row<T> = Omit<T, 'price' | 'credits'> & { amount: string; currency: 'INR'; credits: string };

const columns = 'tenant_id AS "tenantId", id, amount, currency, credits, status';

/** Keeps checkouts. */
@Injectable()
export class CheckoutRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Adds a checkout; an existing one is not changed. */
  async add({ tenantId, id, buyerId, order, provider, providerReference, openedAt }: NewCheckout): Promise<void> {
    const { kind, plan, description, price, credits } = order;
    await this.unitOfWork.query(
      `INSERT INTO billing.checkouts
         (tenant_id, id, buyer_id, kind, plan, description, amount, currency, credits, provider, provider_reference, status, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open', $12)
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
        providerReference,
        openedAt,
      ],
    );
  }

  /** The checkout of any tenant, for who knows its id; never inside the tenant's unit of work. */
  async findAnywhere(id: CheckoutId): Promise<FoundCheckout | null> {
    const [row] = await this.unitOfWork.read<Row<FoundCheckout>>(
      { role: 'canar_jobs' },
      `SELECT ${columns}, buyer_id AS "buyerId", description, provider FROM billing.checkouts WHERE id = $1`,
      [id],
    );
    return row ? priced(row) : null;
  }

  /** The checkout, its row locked until the unit of work ends. */
  async lock(tenantId: TenantId, id: CheckoutId): Promise<LockedCheckout> {
    const [row] = await this.unitOfWork.query<Row<LockedCheckout>>(
      `SELECT ${columns}, plan FROM billing.checkouts WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
      [tenantId, id],
    );
    if (!row) throw new Error('The checkout that was found is gone.');
    return priced(row);
  }

  async setStatus({ tenantId, id }: LockedCheckout, status: CheckoutStatus): Promise<void> {
    await this.unitOfWork.query('UPDATE billing.checkouts SET status = $3 WHERE tenant_id = $1 AND id = $2', [
      tenantId,
      id,
      status,
    ]);
  }
}

function priced<T extends { amount: string; currency: 'INR'; credits: string }>({ amount, currency, ...row }: T) {
  return { ...row, price: { amount: Number(amount), currency }, credits: Number(row.credits) };
}
