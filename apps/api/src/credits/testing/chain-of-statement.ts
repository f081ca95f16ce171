import type { ChainedEntry } from '../domain/hash-chain';
import type { Book, GrantSource, TransactionKind } from '../domain/ledger';
import type { Statement } from '../dto/statement.dto';

/** Both entries of every line of an exported statement, from what the export alone says of them. */
export function chainOfStatement({ entries }: Statement): ChainedEntry[] {
  return entries.toReversed().flatMap((line) => {
    const common = {
      transactionId: line.transactionId,
      kind: line.kind as TransactionKind,
      action: line.kind === 'charge' ? line.action : null,
      reference: line.reference,
      reverses: line.reverses,
      source: line.kind === 'grant' ? (line.source as GrantSource | null) : null,
      expiresAt: line.expiresAt === null ? null : new Date(line.expiresAt),
      balanceAfter: line.balanceAfter,
      effectiveAt: new Date(line.effectiveAt),
      hashVersion: line.hashVersion,
    };
    const { sequence, amount, hash, counter } = line;
    const wallet = { ...common, sequence, amount, book: 'wallet' as const, hash: Buffer.from(hash, 'hex') };
    const other = { sequence: sequence + 1, amount: -amount, book: counter.book as Book };
    return [wallet, { ...common, ...other, hash: Buffer.from(counter.hash, 'hex') }];
  });
}
