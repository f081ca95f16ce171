import { v7 as newId } from 'uuid';

type Statement = [sql: string, parameters: unknown[]];

const tenant = `current_setting('app.tenant_id')::uuid`;

/** Inserts a transaction of the tenant whose unit of work it is, as hand-written SQL. */
export function newTransaction(
  kind: string,
  fields: { id?: string; action?: string | null; reverses?: string | null } = {},
): Statement {
  const { id = newId(), action = null, reverses = null } = fields;
  return [
    `INSERT INTO credits.transactions (tenant_id, id, kind, action, reference, reverses, source, effective_at, hash_version)
     VALUES (${tenant}, $1, $2, $3, $4, $5, $6, '2026-01-01', 2)`,
    [id, kind, action, newId(), reverses, kind === 'grant' ? 'plan' : null],
  ];
}

/** Inserts an entry of a transaction. @param balance after it */
export function newEntry(id: string, sequence: number, book: string, amount: number, balance: number): Statement {
  return [
    `INSERT INTO credits.entries (tenant_id, id, transaction_id, sequence, book, amount, balance_after, effective_at, hash)
     VALUES (${tenant}, $1, $2, $3, $4, $5, $6, '2026-01-01', sha256(''))`,
    [newId(), id, sequence, book, amount, balance],
  ];
}

/** Lets the account end at an entry. */
export function endAt(sequence: number, balance: number): Statement {
  return [
    `UPDATE credits.accounts SET last_sequence = $1, balance = $2, last_hash = sha256('') WHERE tenant_id = ${tenant}`,
    [sequence, balance],
  ];
}
