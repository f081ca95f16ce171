import { v7 as newId } from 'uuid';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import type { TenantId } from '../platform/ids/ids';
import type { ChargedActs } from './charged-acts';
import { checkLedger } from './check-ledger';
import { describeFault, type LedgerFault } from './domain/ledger-fault';
import { AuditRepository } from './persistence/audit.repository';
import { StatementRepository } from './persistence/statement.repository';

/** The result of checking the ledgers of all accounts. */
export interface LedgerReport {
  accounts: number;
  entries: number;
  /** Accounts whose ledger is wrong, each with what disagrees, as a sentence. */
  faulty: { tenantId: TenantId; faults: LedgerFault[]; sentences: string[] }[];
}

const batch = 1000;

/** Checks the ledger of every account, one after the other, for programs without the rest of the API. It changes nothing. */
export async function verifyLedgerOver(unitOfWork: UnitOfWork, acts: ChargedActs): Promise<LedgerReport> {
  const statement = new StatementRepository(unitOfWork);
  const report: LedgerReport = { accounts: 0, entries: 0, faulty: [] };
  let last: TenantId | null = null;
  do {
    const tenants: TenantId[] = await statement.tenants(last, batch);
    for (const tenantId of tenants) {
      const { faults, entries } = await checkLedger(unitOfWork, acts, tenantId);
      report.accounts += 1;
      report.entries += entries;
      if (faults.length > 0) report.faulty.push({ tenantId, faults, sentences: faults.map(describeFault) });
    }
    last = tenants.at(-1) ?? null;
  } while (last !== null);
  return report;
}

/** Stops spending for the accounts of a report that disagree. */
export async function suspendFaulty(unitOfWork: UnitOfWork, { faulty }: LedgerReport, at: Date): Promise<void> {
  const audit = new AuditRepository(unitOfWork);
  for (const { tenantId, faults } of faulty) {
    await unitOfWork.run({ tenant: tenantId }, () => audit.suspend(tenantId, newId(), faults, at));
  }
}

/** Lets a suspended account spend again. @returns false when it is not suspended */
export function liftSuspension(unitOfWork: UnitOfWork, tenantId: TenantId, reason: string, at: Date): Promise<boolean> {
  return unitOfWork.run({ tenant: tenantId }, () => new AuditRepository(unitOfWork).lift(tenantId, reason, at));
}
