import { createHash } from 'node:crypto';

/** The fields of one ledger entry, in the order in which its hash covers them after the tenant's id. */
export interface HashedFields {
  /** 2 covers the version itself, first, and last where granted credits come from and when they expire. */
  hashVersion: 1 | 2;
  sequence: number;
  transactionId: string;
  kind: string;
  action: string | null;
  reference: string | null;
  reverses: string | null;
  book: string;
  amount: number;
  balanceAfter: number;
  effectiveAt: string;
  /** Of a grant; null for every other kind. */
  source: string | null;
  expiresAt: string | null;
}

/** The hash before the first entry: 32 zero bytes, in hexadecimal. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over the bytes of the hash before and the entry's fields as a JSON array (apps/api/src/credits/README.md). */
export function hashEntry(previous: string, tenantId: string, entry: HashedFields): string {
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
    entry.effectiveAt,
  ];
  const fields = entry.hashVersion === 1 ? covered : [2, ...covered, entry.source, entry.expiresAt];
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(JSON.stringify(fields)).digest('hex');
}
