import { randomUUID } from 'node:crypto';

import { GENESIS, hashEntry, type HashedFields } from '../../statement/chain';

type Row = Record<string, string | number | null>;

const PRICE = 5;
const GRANT = 500;
const DAY = 86_400_000;

/** The ledger of one account as the product would have written it, row by row. */
export class SampleLedger {
  readonly transactions: Row[] = [];
  readonly entries: Row[] = [];
  readonly grants: Row[] = [];
  readonly allocations: Row[] = [];
  private balance = 0;
  private hash = GENESIS;

  constructor(private readonly tenantId: string) {}

  /**
   * Charges a revision; adds another grant first when the balance is used up.
   * @param undone whether the charge is reversed at
   * once
   */
  charge(revisionId: string, at: Date, undone: boolean): void {
    if (this.balance < PRICE) this.buy(at);
    const id = randomUUID();
    const charge = { id, kind: 'charge', action: 'profile.edit', reference: revisionId, reverses: null };
    this.post(charge, 'spent', -PRICE, at);
    this.allocate(id, -PRICE);
    if (!undone) return;
    const reversal = { id: randomUUID(), kind: 'reversal', action: null, reference: revisionId, reverses: id };
    this.post(reversal, 'spent', PRICE, at);
    this.allocate(reversal.id, PRICE);
  }

  /** The account's row before the first entry, and its current values. */
  get account(): { balance: number; sequence: number; hash: string } {
    return { balance: this.balance, sequence: this.entries.length, hash: this.hash };
  }

  private buy(at: Date): void {
    const id = randomUUID();
    const reference = randomUUID();
    const expiresAt = new Date(at.getTime() + 33 * DAY).toISOString();
    const issue = { id, kind: 'grant', action: null, reference, reverses: null };
    this.post(issue, 'issued', GRANT, at, { source: 'plan', expiresAt });
    this.grants.push({
      tenant_id: this.tenantId,
      id: randomUUID(),
      source: 'plan',
      reference,
      amount: GRANT,
      expires_at: expiresAt,
      granted_at: at.toISOString(),
      transaction_id: id,
    });
  }

  private allocate(transactionId: string, amount: number): void {
    const grant = this.grants.at(-1);
    if (!grant) throw new Error('A charge comes after its grant.');
    const allocation = { transaction_id: transactionId, grant_id: grant['id'] ?? null, amount };
    this.allocations.push({ tenant_id: this.tenantId, ...allocation });
  }

  private post(
    { id, ...said }: Pick<HashedFields, 'kind' | 'action' | 'reference' | 'reverses'> & { id: string },
    against: string,
    amount: number,
    at: Date,
    granted: Pick<HashedFields, 'source' | 'expiresAt'> = { source: null, expiresAt: null },
  ): void {
    const effectiveAt = at.toISOString();
    const columns = { source: granted.source, expires_at: granted.expiresAt, hash_version: 2 };
    this.transactions.push({ tenant_id: this.tenantId, id, ...said, effective_at: effectiveAt, ...columns });
    this.balance += amount;
    for (const line of [
      { book: 'wallet', amount },
      { book: against, amount: -amount },
    ]) {
      const sequence = this.entries.length + 1;
      const place = { sequence, transactionId: id, balanceAfter: this.balance, effectiveAt };
      const fields: HashedFields = { ...said, ...line, ...place, ...granted, hashVersion: 2 };
      this.hash = hashEntry(this.hash, this.tenantId, fields);
      this.entries.push({
        tenant_id: this.tenantId,
        id: randomUUID(),
        transaction_id: id,
        sequence,
        ...line,
        balance_after: this.balance,
        effective_at: effectiveAt,
        hash: `\\x${this.hash}`,
      });
    }
  }
}
