/** The rules that a ledger is checked against, as sentences of what holds. */
const ledgerRules = {
  chain: 'every entry is what was written, in its place',
  transaction: 'a transaction has two entries that sum to zero and fit its kind',
  balance: 'the balance follows from the one before',
  allocations: 'a transaction takes what it moves from grants, and makes the grant that it grants',
  grant: 'a grant is what its transaction granted',
  remaining: 'what is left of a grant follows from its allocations',
  reversal: 'a reversal gives back its charge, to the grants it came from',
  expiry: 'a grant expires when its time is over, and what is taken back is of the grant that is named',
  account: 'the account is what its entries and its grants say',
  act: 'an act has one charge, and an act that was undone one reversal',
} as const;

export type LedgerRule = keyof typeof ledgerRules;

/** One disagreement in a tenant's books. */
export interface LedgerFault {
  rule: LedgerRule;
  /** Of the entry where it shows, where there is one. */
  sequence: number | null;
  /** The id of the transaction, grant, account or act. */
  subject: string;
}

/** A fault as a sentence for a person who operates the product. */
export function describeFault({ rule, sequence, subject }: LedgerFault): string {
  const where = sequence === null ? subject : `entry ${sequence} (${subject})`;
  return `${where} breaks the rule that ${ledgerRules[rule]}`;
}
