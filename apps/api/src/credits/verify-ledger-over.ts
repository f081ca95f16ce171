import type { UnitOfWork } from '../platform/database/unit-of-work';
import type { TenantId } from '../platform/ids/ids';
import { checkLedger } from './check-ledger';
import { StatementRepository } from './persistence/statement.repository';

/** The result of checking the ledgers of all accounts. */
export interface LedgerReport {
  accounts: number;
  entries: number;
  /** Accounts whose ledger is wrong, each with the sequence of its first wrong entry. */
  faults: { tenantId: TenantId; sequence: number }[];
}

const batch = 1000;

/** Checks the ledger of every account, one after the other, for programs without the rest of the API. */
export async function verifyLedgerOver(unitOfWork: UnitOfWork): Promise<LedgerReport> {
  const statement = new StatementRepository(unitOfWork);
  const report: LedgerReport = { accounts: 0, entries: 0, faults: [] };
  let last: TenantId | null = null;
  do {
    const tenants: TenantId[] = await statement.tenants(last, batch);
    for (const tenantId of tenants) {
      const { bad, entries } = await checkLedger(statement, tenantId);
      report.accounts += 1;
      report.entries += entries;
      if (bad !== null) report.faults.push({ tenantId, sequence: bad });
    }
    last = tenants.at(-1) ?? null;
  } while (last !== null);
  return report;
}
