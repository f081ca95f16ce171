import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountData, type LeavingAccount, type Losses } from '../platform/account-data/account-data';
import { AccountDataRegistry } from '../platform/account-data/account-data-registry';
import { ReadBalance } from './use-cases/read-balance';

const books = 'The ledger: ids, fixed words and hashes. It only grows.';

/** The ledger, which names nobody and stays. */
@Injectable()
export class CreditsAccountData extends AccountData implements OnModuleInit {
  readonly erased = [];
  readonly impersonal = {
    'credits.accounts': books,
    'credits.transactions': books,
    'credits.entries': books,
    'credits.grants': books,
    'credits.entitlements': 'Names of plans and features.',
    'credits.suspensions': 'What disagrees in the books, and why the installation lifted it.',
  };

  constructor(
    private readonly readBalance: ReadBalance,
    private readonly registry: AccountDataRegistry,
  ) {
    super();
  }

  onModuleInit(): void {
    this.registry.register(this);
  }

  override async losses({ tenantIds }: LeavingAccount): Promise<Partial<Losses>> {
    let credits = 0;
    for (const tenantId of tenantIds) credits += (await this.readBalance.execute(tenantId)).balance;
    return { credits };
  }
}
