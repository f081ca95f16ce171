/** Where credits come from. */
export type GrantSource = 'plan' | 'top_up' | 'operator';

/** Credits put into an account, and what is left of them. */
export interface Grant {
  id: string;
  source: GrantSource;
  amount: number;
  remaining: number;
  /** The first instant at which the rest cannot be spent; null never comes. */
  expiresAt: Date | null;
  grantedAt: Date;
}

/** The books of an account. Each transaction moves credits between the wallet and one other; together they sum to zero. */
export type Book = 'wallet' | 'issued' | 'spent' | 'expired' | 'taken_back';

export type TransactionKind = 'grant' | 'charge' | 'reversal' | 'expiry' | 'take_back';

/** A grant given from (negative) or given back to (positive). */
export interface Allocation {
  grantId: string;
  amount: number;
}

/** What happened, before it has a place in the chain. */
export interface LedgerTransaction {
  id: string;
  kind: TransactionKind;
  action: string | null;
  reference: string | null;
  reverses: string | null;
  /** Of a grant: where its credits come from; null for every other kind. */
  source: GrantSource | null;
  /** Of a grant: when the rest of it expires; null never comes. */
  expiresAt: Date | null;
  effectiveAt: Date;
  /** What the wallet gains; `against` loses as much. */
  amount: number;
  against: Exclude<Book, 'wallet'>;
  allocations: Allocation[];
}

/** The end of an account's chain. */
export interface ChainHead {
  balance: number;
  sequence: number;
  hash: Buffer;
}

/** One line of the ledger, in its place. */
export interface LedgerEntry {
  id: string;
  transactionId: string;
  sequence: number;
  book: Book;
  amount: number;
  /** What the wallet holds once the transaction is complete. */
  balanceAfter: number;
  effectiveAt: Date;
  hash: Buffer;
}
