import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountData, type StoredAccount, type Losses } from '../platform/account-data/account-data';
import { AccountDataRegistry } from '../platform/account-data/account-data-registry';
import { type CollectedFile, jsonContents, numberedPath } from '../platform/account-data/collected-file';
import { toStatement } from './dto/statement.dto';
import { ExportStatement } from './use-cases/export-statement';
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
    private readonly exportStatement: ExportStatement,
    private readonly registry: AccountDataRegistry,
  ) {
    super();
  }

  onModuleInit(): void {
    this.registry.register(this);
  }

  override async collect({ tenantIds }: StoredAccount): Promise<CollectedFile[]> {
    return tenantIds.map((tenantId, index) => ({
      path: numberedPath('credits/statement.json', index),
      about: 'Every credit that you got and spent, with the hashes by which you can check that nothing was changed.',
      tables: ['credits.entries', 'credits.transactions', 'credits.grants'],
      contents: () => jsonContents(async () => toStatement(tenantId, await this.exportStatement.execute(tenantId))),
    }));
  }

  override async losses({ tenantIds }: StoredAccount): Promise<Partial<Losses>> {
    let credits = 0;
    for (const tenantId of tenantIds) credits += (await this.readBalance.execute(tenantId)).balance;
    return { credits };
  }
}
