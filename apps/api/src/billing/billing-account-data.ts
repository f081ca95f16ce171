import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountData, type LeavingAccount, type Losses } from '../platform/account-data/account-data';
import { AccountDataRegistry } from '../platform/account-data/account-data-registry';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { ReadSubscription } from './use-cases/read-subscription';

const facts =
  'Ids of ours and of a payment provider, amounts, times and fixed words; a professional’s books need them.';

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
    private readonly registry: AccountDataRegistry,
  ) {
    super();
  }

  onModuleInit(): void {
    this.registry.register(this);
  }

  override async losses({ tenantIds }: LeavingAccount): Promise<Partial<Losses>> {
    for (const tenantId of tenantIds) {
      const { plan, periodEnd, canEdit } = await this.readSubscription.execute(tenantId);
      if (canEdit && plan !== null && periodEnd !== null) return { subscription: { plan, until: periodEnd } };
    }
    return {};
  }

  override async erase({ tenantIds }: LeavingAccount): Promise<void> {
    await this.unitOfWork.query('DELETE FROM billing.buyers WHERE tenant_id = ANY ($1::uuid[])', [tenantIds]);
  }
}
