import { hashEntry } from './hash-chain';
import type { ChainHead, LedgerEntry, LedgerTransaction } from './ledger';
import type { TenantId } from '../../platform/ids/ids';

/** Transactions in their places: what one act writes into the ledger. */
export interface Posting {
  transactions: LedgerTransaction[];
  entries: LedgerEntry[];
  head: ChainHead;
}

/**
 * Puts transactions at the end of an account's chain: two entries each, the wallet's first.
 * @param newId makes the ids of entries
 * @throws {RangeError} when the wallet would fall below zero or an amount is no whole number
 */
export function post(
  tenantId: TenantId,
  head: ChainHead,
  transactions: readonly LedgerTransaction[],
  newId: () => string,
): Posting {
  const entries: LedgerEntry[] = [];
  let { balance, sequence, hash } = head;
  for (const transaction of transactions) {
    if (!Number.isSafeInteger(transaction.amount)) throw new RangeError('Credits are whole numbers.');
    balance += transaction.amount;
    if (balance < 0) throw new RangeError('An account never falls below zero.');
    const lines = [
      { book: 'wallet', amount: transaction.amount },
      { book: transaction.against, amount: -transaction.amount },
    ] as const;
    for (const line of lines) {
      sequence += 1;
      const place = {
        transactionId: transaction.id,
        sequence,
        balanceAfter: balance,
        effectiveAt: transaction.effectiveAt,
      };
      hash = hashEntry(hash, tenantId, { ...transaction, ...place, ...line });
      entries.push({ id: newId(), ...place, ...line, hash });
    }
  }
  return { transactions: [...transactions], entries, head: { balance, sequence, hash } };
}
