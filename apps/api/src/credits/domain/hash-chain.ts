import { createHash } from 'node:crypto';
import type { LedgerEntry, LedgerTransaction } from './ledger';
import type { TenantId } from '../../platform/ids/ids';

/** What the hash of an entry covers. */
export type HashedEntry = Omit<LedgerEntry, 'hash' | 'id'> &
  Pick<LedgerTransaction, 'kind' | 'action' | 'reference' | 'reverses' | 'source' | 'expiresAt'>;

/** What a hash covers: version 2 adds where granted credits come from and when they expire. New entries have the last. */
export type HashVersion = 1 | 2;

/** The hash before the first entry: 32 zero bytes. */
export const genesis = Buffer.alloc(32);

/** SHA-256 over the previous hash and the entry's fields as a JSON array, in this order. */
export function hashEntry(previous: Buffer, tenantId: TenantId, entry: HashedEntry, version: HashVersion = 2): Buffer {
  const covered = [
    tenantId,
    entry.sequence,
    entry.transactionId,
    entry.kind,
    entry.action,
    entry.reference,
    entry.reverses,
    entry.book,
    entry.amount,
    entry.balanceAfter,
    entry.effectiveAt.toISOString(),
  ];
  const fields = version === 1 ? covered : [2, ...covered, entry.source, entry.expiresAt?.toISOString() ?? null];
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest();
}

/** An entry of a chain that is checked. */
export type ChainedEntry = HashedEntry & { hash: Buffer; hashVersion: HashVersion };

/**
 * Checks a whole chain, from its first entry on.
 * @returns the sequence of the first entry that is missing, moved or changed, or null when all is well
 */
export function firstBadEntry(tenantId: TenantId, entries: readonly ChainedEntry[]): number | null {
  let previous: Buffer = genesis;
  for (const [index, entry] of entries.entries()) {
    const inPlace = entry.sequence === index + 1;
    if (!inPlace || !hashEntry(previous, tenantId, entry, entry.hashVersion).equals(entry.hash)) return index + 1;
    previous = entry.hash;
  }
  return null;
}
