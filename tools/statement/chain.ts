import { createHash } from 'node:crypto';

/** The fields of one ledger entry, in the order in which its hash covers them after the tenant's id. */
export interface HashedFields {
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
}

/** The hash before the first entry: 32 zero bytes, in hexadecimal. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over the bytes of the hash before and the entry's fields as a JSON array (apps/api/src/credits/README.md). */
export function hashEntry(previous: string, tenantId: string, entry: HashedFields): string {
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
    entry.effectiveAt,
  ];
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(JSON.stringify(fields)).digest('hex');
}
