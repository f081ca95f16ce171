import type { UnitOfWork } from '../platform/database/unit-of-work';
import type { TenantId } from '../platform/ids/ids';
import type { ChargedActs } from './charged-acts';
import { firstBadEntry } from './domain/hash-chain';
import type { LedgerFault } from './domain/ledger-fault';
import { AuditRepository } from './persistence/audit.repository';
import { StatementRepository } from './persistence/statement.repository';

/** The result of checking one ledger. */
export interface CheckedLedger {
  entries: number;
  /** What disagrees; of the chain its first bad entry only. */
  faults: LedgerFault[];
}

/**
 * Checks a tenant's hash chain, that every row of the books agrees with every other, and that acts and charges are one
 * another's. It sees the database at one instant and changes nothing.
 */
export function checkLedger(unitOfWork: UnitOfWork, acts: ChargedActs, tenantId: TenantId): Promise<CheckedLedger> {
  const audit = new AuditRepository(unitOfWork);
  return unitOfWork.snapshot({ tenant: tenantId }, async () => {
    const chain = await new StatementRepository(unitOfWork).chain(tenantId);
    const bad = firstBadEntry(tenantId, chain);
    const faults: LedgerFault[] =
      bad === null
        ? []
        : [{ rule: 'chain', sequence: bad, subject: chain[bad - 1]?.transactionId ?? String(tenantId) }];
    faults.push(...(await audit.faults(tenantId)), ...(await faultsOfActs(audit, acts, tenantId)));
    return { entries: chain.length, faults };
  });
}

async function faultsOfActs(audit: AuditRepository, acts: ChargedActs, tenantId: TenantId): Promise<LedgerFault[]> {
  const faults: LedgerFault[] = [];
  for (const [action, list] of acts.all()) {
    const charged = new Map((await audit.charges(tenantId, action)).map((act) => [act.reference, act.reversed]));
    for (const { reference, reversed } of await list(tenantId)) {
      if (charged.get(reference) !== reversed) faults.push({ rule: 'act', sequence: null, subject: reference });
    }
  }
  return faults;
}
