import { createHash } from 'node:crypto';
import type { ProductDatabase, Sql } from '../product/database';

/** A rule of the ledger, as a query for its violations. */
type Rule = [name: string, sql: string];

const rules: Rule[] = [
  [
    'the entries of a transaction sum to zero',
    `SELECT transaction_id AS what FROM credits.entries WHERE tenant_id = $1 GROUP BY 1 HAVING sum(amount) <> 0`,
  ],
  [
    'the balance is the sum of the wallet, of what is left of the grants, and what the last entry says',
    `SELECT a.balance AS what FROM credits.accounts a WHERE a.tenant_id = $1 AND (
       a.balance <> (SELECT coalesce(sum(amount), 0) FROM credits.entries e WHERE e.tenant_id = $1 AND book = 'wallet')
       OR a.balance <> (SELECT coalesce(sum(remaining), 0) FROM credits.grants g WHERE g.tenant_id = $1)
       OR a.balance <> (SELECT balance_after FROM credits.entries e WHERE e.tenant_id = $1 ORDER BY sequence DESC LIMIT 1))`,
  ],
  [
    'a revision has exactly one charge',
    `SELECT r.id AS what FROM profiles.revisions r WHERE r.tenant_id = $1 AND 1 <> (
       SELECT count(*) FROM credits.transactions t WHERE t.tenant_id = r.tenant_id AND t.kind = 'charge'
       AND t.reference = r.id)`,
  ],
  [
    'a charge has its revision',
    `SELECT t.id AS what FROM credits.transactions t WHERE t.tenant_id = $1 AND t.kind = 'charge' AND NOT EXISTS (
       SELECT FROM profiles.revisions r WHERE r.tenant_id = t.tenant_id AND r.id = t.reference)`,
  ],
  [
    'a charge takes 5 credits from the wallet',
    `SELECT t.id AS what FROM credits.transactions t WHERE t.tenant_id = $1 AND t.kind = 'charge' AND -5 IS DISTINCT FROM (
       SELECT sum(amount) FROM credits.entries e WHERE e.tenant_id = $1 AND e.transaction_id = t.id AND book = 'wallet')`,
  ],
  [
    'an undone revision has exactly one reversal, any other none',
    `SELECT r.id AS what FROM profiles.revisions r WHERE r.tenant_id = $1 AND (r.undone_at IS NOT NULL)::int <> (
       SELECT count(*) FROM credits.transactions c JOIN credits.transactions b ON b.tenant_id = c.tenant_id AND b.reverses = c.id
       WHERE c.tenant_id = r.tenant_id AND c.kind = 'charge' AND c.reference = r.id)`,
  ],
  [
    'the numbers of a profile have no gap',
    `SELECT profile_id AS what FROM profiles.revisions WHERE tenant_id = $1 GROUP BY 1 HAVING max(number) <> count(*)`,
  ],
];

/**
 * Checks a tenant's ledger against its revisions in one snapshot, past the API.
 * @returns a message for each error
 */
export function auditLedger(database: ProductDatabase, tenantId: string): Promise<string[]> {
  return database.inOneSnapshot(async (ask) => {
    const errors: string[] = [];
    for (const [name, sql] of rules) {
      const broken = await ask<{ what: unknown }>(sql, [tenantId]);
      if (broken.length > 0) errors.push(`${name}: ${broken.map(({ what }) => String(what)).join(', ')}`);
    }
    return [...errors, ...(await auditChain(ask, tenantId))];
  });
}

interface ChainedEntry {
  sequence: string;
  transactionId: string;
  kind: string;
  action: string | null;
  reference: string | null;
  reverses: string | null;
  book: string;
  amount: string;
  balanceAfter: string;
  effectiveAt: Date;
  source: string | null;
  expiresAt: Date | null;
  hashVersion: number;
  hash: Buffer;
}

/** Recomputes the chain: SHA-256 over the hash before and the entry's fields as a JSON array, from 32 zero bytes. */
async function auditChain(ask: Sql, tenantId: string): Promise<string[]> {
  const entries = await ask<ChainedEntry>(
    `SELECT e.sequence, e.transaction_id AS "transactionId", t.kind, t.action, t.reference, t.reverses, e.book, e.amount,
            e.balance_after AS "balanceAfter", e.effective_at AS "effectiveAt",
            t.source, t.expires_at AS "expiresAt", t.hash_version AS "hashVersion", e.hash
     FROM credits.entries e JOIN credits.transactions t ON t.tenant_id = e.tenant_id AND t.id = e.transaction_id
     WHERE e.tenant_id = $1 ORDER BY e.sequence`,
    [tenantId],
  );
  let previous: Buffer = Buffer.alloc(32);
  for (const [index, entry] of entries.entries()) {
    if (Number(entry.sequence) !== index + 1) return [`the sequence has no gap: ${index + 1}`];
    if (!hashOf(previous, tenantId, entry).equals(entry.hash)) return [`the chain holds: entry ${entry.sequence}`];
    previous = entry.hash;
  }
  return [];
}

function hashOf(previous: Buffer, tenantId: string, entry: ChainedEntry): Buffer {
  const { transactionId, kind, action, reference, reverses, book, effectiveAt } = entry;
  const [sequence, amount, balanceAfter] = [entry.sequence, entry.amount, entry.balanceAfter].map(Number);
  const origin = [tenantId, sequence, transactionId, kind, action, reference, reverses];
  const covered = [...origin, book, amount, balanceAfter, effectiveAt.toISOString()];
  const fields =
    entry.hashVersion === 1 ? covered : [2, ...covered, entry.source, entry.expiresAt?.toISOString() ?? null];
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest();
}
