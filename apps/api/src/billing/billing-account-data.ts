import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountData, type StoredAccount, type Losses } from '../platform/account-data/account-data';
import { AccountDataRegistry } from '../platform/account-data/account-data-registry';
import type { CollectedFile } from '../platform/account-data/collected-file';
import { CollectedRows } from '../platform/account-data/collected-rows';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { ReadSubscription } from './use-cases/read-subscription';

const facts =
  'Ids of ours and of a payment provider, amounts, times and fixed words; a professional’s books need them.';

/** What the export contains of this module. */
const exported = [
  {
    path: 'billing/invoices.json',
    about: 'Your invoices and credit notes, amounts in paise; each is a PDF under Billing.',
    tables: ['billing.invoices'],
    sql: `SELECT id::text AS key, jsonb_build_object('number', number, 'kind', kind, 'issuedAt', issued_at, 'occurredAt', occurred_at,
            'currency', 'INR', 'amount', amount, 'taxable', taxable, 'cgst', cgst, 'sgst', sgst, 'igst', igst, 'content', content) AS data
          FROM billing.invoices WHERE tenant_id = $1`,
  },
  {
    path: 'billing/buyer.json',
    about: 'What you want invoices to say of you.',
    tables: ['billing.buyers'],
    sql: `SELECT tenant_id::text AS key,
            jsonb_build_object('name', name, 'address', address, 'state', state, 'gstin', gstin) AS data
          FROM billing.buyers WHERE tenant_id = $1`,
  },
  {
    path: 'billing/payments.json',
    about: 'Your payments, amounts in paise.',
    tables: ['billing.payments', 'billing.orders'],
    sql: `SELECT p.id::text AS key, jsonb_build_object('id', p.id, 'description', o.description, 'amount', p.amount,
            'currency', p.currency, 'provider', p.provider, 'paidAt', p.paid_at) AS data
          FROM billing.payments p JOIN billing.orders o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
          WHERE p.tenant_id = $1`,
  },
];

/** Orders and payments, which name nobody here, and invoices, which name the buyer and must not change. */
@Injectable()
export class BillingAccountData extends AccountData implements OnModuleInit {
  readonly erased = ['billing.buyers'];
  override readonly statutory = {
    'billing.invoices': 'Issued invoices and credit notes, for as long as tax law asks for them.',
  };
  readonly impersonal = {
    'billing.orders': facts,
    'billing.payments': facts,
    'billing.periods': facts,
    'billing.mandates': facts,
    'billing.renewals': facts,
    'billing.sandbox_mandates': facts,
    'billing.sandbox_debits': facts,
    'billing.refunds': facts,
    'billing.refund_requests': facts,
    'billing.subscription_acts': facts,
    'billing.unmatched_payments': facts,
    'billing.disputes': facts,
    'billing.provider_events': facts,
    'billing.sandbox_events': facts,
    'billing.reconciliations': 'Names of payment providers and times.',
    'billing.invoice_series': 'The seller and the last number.',
  };

  constructor(
    private readonly readSubscription: ReadSubscription,
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: CollectedRows,
    private readonly registry: AccountDataRegistry,
  ) {
    super();
  }

  onModuleInit(): void {
    this.registry.register(this);
  }

  override async collect({ tenantIds }: StoredAccount): Promise<CollectedFile[]> {
    return this.rows.ofTenants(tenantIds, exported);
  }

  override async losses({ tenantIds }: StoredAccount): Promise<Partial<Losses>> {
    for (const tenantId of tenantIds) {
      const { plan, periodEnd, canEdit } = await this.readSubscription.execute(tenantId);
      if (canEdit && plan !== null && periodEnd !== null) return { subscription: { plan, until: periodEnd } };
    }
    return {};
  }

  override async erase({ tenantIds }: StoredAccount): Promise<void> {
    await this.unitOfWork.query('DELETE FROM billing.buyers WHERE tenant_id = ANY ($1::uuid[])', [tenantIds]);
  }
}
