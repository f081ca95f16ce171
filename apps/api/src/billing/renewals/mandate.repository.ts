import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutId, TenantId, UserId } from '../../platform/ids/ids';
import type { Money, PlanId } from '../domain/plans';
import type { MandateReference } from '../payments/payment-provider';
import type { Mandate, MandateTerms } from './domain/renewal';

/** Why a mandate ended: at the bank, by time, for a newer one, with its account, or with its subscription. */
export type MandateEnd = 'bank' | 'expiry' | 'replacement' | 'closing' | 'subscription';

/** A mandate that is to be ended at its provider. */
export interface MandateToEnd extends MandateReference {
  tenantId: TenantId;
  id: CheckoutId;
  provider: string;
}

/** What an order's checkout asks to consent to, and the provider's id of whom it asks, where its page needs it. */
export interface AskedConsent extends MandateTerms {
  customerId: string | null;
}

interface TermsRow {
  plan: PlanId;
  amount: string;
  maximum: string;
  currency: 'INR';
  expiresAt: Date;
}

const terms = 'plan, amount, maximum, currency, expires_at AS "expiresAt"';
const reference = 'provider, provider_customer_id AS "customerId", provider_mandate_id AS "mandateId"';

/** Stores mandates, each under the order whose checkout asks for it. */
@Injectable()
export class MandateRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Notes what an order's checkout asks to consent to; again changes nothing. */
  async ask(
    tenantId: TenantId,
    id: CheckoutId,
    provider: string,
    { plan, price, maximum, expiresAt }: MandateTerms,
  ): Promise<void> {
    await this.unitOfWork.query(
      `INSERT INTO billing.mandates (tenant_id, order_id, provider, plan, amount, maximum, currency, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [tenantId, id, provider, plan, price.amount, maximum.amount, price.currency, expiresAt],
    );
  }

  /** What an order's checkout asks to consent to; null for nothing. */
  async termsOf(tenantId: TenantId, id: CheckoutId): Promise<AskedConsent | null> {
    const [row] = await this.unitOfWork.read<TermsRow & { customerId: string | null }>(
      { tenant: tenantId },
      `SELECT ${terms}, provider_customer_id AS "customerId" FROM billing.mandates WHERE tenant_id = $1 AND order_id = $2`,
      [tenantId, id],
    );
    return row ? { ...termsFrom(row), customerId: row.customerId } : null;
  }

  /** Notes the provider's id of whom an order's checkout asks for the consent. */
  async noteCustomer(tenantId: TenantId, id: CheckoutId, customerId: string): Promise<void> {
    await this.unitOfWork.query(
      `UPDATE billing.mandates SET provider_customer_id = $3
       WHERE tenant_id = $1 AND order_id = $2 AND authorised_at IS NULL`,
      [tenantId, id, customerId],
    );
  }

  /** The mandates that were authorised. */
  async authorised(tenantId: TenantId): Promise<Mandate[]> {
    const rows = await this.unitOfWork.read<TermsRow & Omit<Mandate, keyof MandateTerms>>(
      { tenant: tenantId },
      `SELECT order_id AS id, ${terms}, ${reference}, authorised_at AS "authorisedAt", ended_at AS "endedAt"
       FROM billing.mandates WHERE tenant_id = $1 AND authorised_at IS NOT NULL`,
      [tenantId],
    );
    return rows.map(({ plan, amount, maximum, currency, expiresAt, ...mandate }) => ({
      ...mandate,
      ...termsFrom({ plan, amount, maximum, currency, expiresAt }),
    }));
  }

  /** Notes that a mandate was authorised. The newest one debits: the others end. Again changes nothing. */
  async authorise(tenantId: TenantId, id: CheckoutId, mandate: MandateReference, at: Date): Promise<void> {
    await this.unitOfWork.query(
      `UPDATE billing.mandates SET provider_customer_id = $3, provider_mandate_id = $4, authorised_at = $5
       WHERE tenant_id = $1 AND order_id = $2 AND authorised_at IS NULL`,
      [tenantId, id, mandate.customerId, mandate.mandateId, at],
    );
    await this.unitOfWork.query(
      `UPDATE billing.mandates m SET ended_at = newest.at, ended_by = 'replacement'
       FROM (SELECT max(authorised_at) AS at FROM billing.mandates WHERE tenant_id = $1) newest
       WHERE m.tenant_id = $1 AND m.authorised_at < newest.at AND m.ended_at IS NULL`,
      [tenantId],
    );
  }

  /** Ends a mandate; false when it has ended already, or was not authorised yet. */
  async end(tenantId: TenantId, id: CheckoutId, endedBy: MandateEnd, at: Date): Promise<boolean> {
    const [row] = await this.unitOfWork.query<{ authorised: boolean }>(
      `UPDATE billing.mandates SET ended_at = $3, ended_by = $4
       WHERE tenant_id = $1 AND order_id = $2 AND ended_at IS NULL RETURNING authorised_at IS NOT NULL AS authorised`,
      [tenantId, id, at, endedBy],
    );
    return row?.authorised === true;
  }

  /** Notes that a mandate was ended at its provider. */
  async setCancelled(tenantId: TenantId, id: CheckoutId, at: Date): Promise<void> {
    await this.unitOfWork.query(
      'UPDATE billing.mandates SET cancelled_at = $3 WHERE tenant_id = $1 AND order_id = $2',
      [tenantId, id, at],
    );
  }

  /** Mandates of some providers that have ended here, or whose tenant is closed or blocked, and that may still live there. */
  toEnd(providers: readonly string[], limit: number): Promise<MandateToEnd[]> {
    return this.unitOfWork.read<MandateToEnd>(
      { role: 'canar_jobs' },
      `SELECT tenant_id AS "tenantId", order_id AS id, ${reference} FROM billing.mandates
       WHERE authorised_at IS NOT NULL AND cancelled_at IS NULL AND provider = ANY($1)
         AND (ended_at IS NOT NULL OR auth.closed_since(tenant_id) IS NOT NULL)
       ORDER BY authorised_at LIMIT $2`,
      [providers, limit],
    );
  }

  /** Who gave a mandate. */
  async giverOf(tenantId: TenantId, id: CheckoutId): Promise<UserId> {
    const [row] = await this.unitOfWork.query<{ buyerId: UserId }>(
      'SELECT buyer_id AS "buyerId" FROM billing.orders WHERE tenant_id = $1 AND id = $2',
      [tenantId, id],
    );
    if (!row) throw new Error('A mandate is asked for by the checkout of an order.');
    return row.buyerId;
  }
}

function termsFrom({ plan, amount, maximum, currency, expiresAt }: TermsRow): MandateTerms {
  const money = (paise: string): Money => ({ amount: Number(paise), currency });
  return { plan, price: money(amount), maximum: money(maximum), expiresAt };
}
