import type { TenantId } from '../platform/ids/ids';
import { agrees, firstBadEntry } from './domain/hash-chain';
import type { StatementRepository } from './persistence/statement.repository';

/** The result of checking one ledger. */
export interface CheckedLedger {
  entries: number;
  /**
   * The sequence of the first entry that is missing, moved or changed; of the last one when only the account or its
   * grants disagree with it; null when everything agrees.
   */
  bad: number | null;
}

/** Checks a tenant's hash chain, and that the balance and the grants agree with it. */
export async function checkLedger(statement: StatementRepository, tenantId: TenantId): Promise<CheckedLedger> {
  const account = await statement.account(tenantId);
  const chain = await statement.chain(tenantId);
  const checked = { entries: chain.length, bad: firstBadEntry(tenantId, chain) };
  if (checked.bad !== null || !account || agrees(account, chain)) return checked;
  return { ...checked, bad: Math.max(1, Math.min(account.sequence, chain.length + 1)) };
}
