import { createHash } from 'node:crypto';
import type { LedgerEntry, LedgerTransaction } from './ledger';
import type { TenantId } from '../../platform/ids/ids';

/** What the hash of an entry covers. */
export type HashedEntry = Omit<LedgerEntry, 'hash' | 'id'> &
  Pick<LedgerTransaction, 'kind' | 'action' | 'reference' | 'reverses'>;

/** The hash before the first entry: 32 zero bytes. */
export const genesis = Buffer.alloc(32);

/** SHA-256 over the previous hash and the entry's fields as a JSON array, in this order. */
export function hashEntry(previous: Buffer, tenantId: TenantId, entry: HashedEntry): Buffer {
  const fields = [
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
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest();
}

/** An entry of a chain that is checked. */
export type ChainedEntry = HashedEntry & { hash: Buffer };

/** The stored totals of an account, compared with its entries and grants. */
export interface StoredAccount {
  balance: number;
  /** Of the last entry; 0 without any. */
  sequence: number;
  /** Of the last entry. */
  hash: Buffer;
  /** What is left in all grants together. */
  left: number;
}

/**
 * Whether an account agrees with its chain and its grants. The chain may have grown since the account was read, so the
 * end of the chain is where the account says it is.
 */
export function agrees(account: StoredAccount, entries: readonly ChainedEntry[]): boolean {
  const last = entries[account.sequence - 1];
  const atTheEnd = last
    ? last.hash.equals(account.hash) && last.balanceAfter === account.balance
    : account.sequence === 0 && account.balance === 0;
  return atTheEnd && account.left === account.balance;
}

/**
 * Checks a whole chain, from its first entry on.
 * @returns the sequence of the first entry that is missing, moved or changed, or null when all is well
 */
export function firstBadEntry(tenantId: TenantId, entries: readonly ChainedEntry[]): number | null {
  let previous: Buffer = genesis;
  for (const [index, entry] of entries.entries()) {
    const inPlace = entry.sequence === index + 1;
    if (!inPlace || !hashEntry(previous, tenantId, entry).equals(entry.hash)) return index + 1;
    previous = entry.hash;
  }
  return null;
}
