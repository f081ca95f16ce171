import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutId, PaymentId, TenantId } from '../../platform/ids/ids';
import type { TimePosition } from '../../platform/paging/cursors';
import type { Order } from '../domain/order';
import type { Money } from '../domain/plans';
import type { PaymentEvent } from '../payments/payment-provider';

/** A payment as its event reports it. */
export interface NewPayment {
  tenantId: TenantId;
  id: PaymentId;
  checkoutId: CheckoutId;
  provider: string;
  providerPaymentId: string;
  price: Money;
  paidAt: Date;
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
  async claim(provider: string, event: PaymentEvent, receivedAt: Date): Promise<boolean> {
    const { id, kind, checkoutId, paymentId, amount, currency, occurredAt } = event;
    const rows = await this.unitOfWork.query(
      `INSERT INTO billing.provider_events
         (provider, event_id, kind, checkout_id, provider_payment_id, amount, currency, occurred_at, received_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING 1`,
      [provider, id, kind, checkoutId, paymentId, amount, currency, occurredAt, receivedAt],
    );
    return rows.length === 1;
  }

  /** Adds a payment; false when the provider's payment is known already. */
  async add(payment: NewPayment): Promise<boolean> {
    const { tenantId, id, checkoutId, provider, providerPaymentId, price, paidAt } = payment;
    const rows = await this.unitOfWork.query(
      `INSERT INTO billing.payments
         (tenant_id, id, checkout_id, provider, provider_payment_id, amount, currency, paid_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (provider, provider_payment_id) DO NOTHING RETURNING 1`,
      [tenantId, id, checkoutId, provider, providerPaymentId, price.amount, price.currency, paidAt],
    );
    return rows.length === 1;
  }

  /** Whether the provider's payment was made for this checkout. */
  async isFor(
    tenantId: TenantId,
    checkoutId: CheckoutId,
    provider: string,
    providerPaymentId: string,
  ): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT 1 FROM billing.payments
       WHERE tenant_id = $1 AND checkout_id = $2 AND provider = $3 AND provider_payment_id = $4`,
      [tenantId, checkoutId, provider, providerPaymentId],
    );
    return rows.length === 1;
  }

  /** Payments older than a position, newest first. */
  async list(tenantId: TenantId, before: TimePosition | undefined, limit: number): Promise<ListedPayment[]> {
    type Row = Omit<ListedPayment, 'price' | 'credits'> & { amount: string; currency: 'INR'; credits: string };
    const rows = await this.unitOfWork.read<Row>(
      { tenant: tenantId },
      `SELECT p.id, c.kind, c.description, p.amount, p.currency, c.credits, p.paid_at AS "paidAt"
       FROM billing.payments p JOIN billing.checkouts c ON c.tenant_id = p.tenant_id AND c.id = p.checkout_id
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
}
