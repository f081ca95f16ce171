import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId, UserId } from '../../platform/ids/ids';
import type { Allocation, ChainHead, Grant } from '../domain/ledger';
import type { Posting } from '../domain/posting';

/** An account, locked: the end of its chain and every grant that holds something. */
export interface LockedAccount {
  head: ChainHead;
  grants: Grant[];
  /** The books were found to disagree and nobody has lifted that since: nothing may be spent. */
  suspended: boolean;
}

interface GrantRow extends Omit<Grant, 'amount' | 'remaining'> {
  amount: string;
  remaining: string;
}

/** What took the place of a grant whose expiry moved. */
export interface Replacement {
  /** The first grant of the line. */
  first: string;
  expiresAt: Date | null;
}

/** What was asked back of a line of grants. */
interface AskedBack {
  /** What asked for it. */
  reference: string;
  /** The first grant of the line. */
  grantId: string;
  amount: number;
  complete: boolean;
  at: Date;
}

/** A charge as it was posted. */
export interface PostedCharge {
  id: string;
  reference: string;
  allocations: Allocation[];
}

/** What belongs to a posting and is no entry. */
interface Circumstances {
  /** New grants, each with the transaction that issues it. */
  newGrants?: (Grant & { reference: string; transactionId: string; replaces?: string })[];
  /** The member who caused what is charged. */
  spentBy?: UserId;
}

const grantColumns = `id, source, amount, remaining, expires_at AS "expiresAt", granted_at AS "grantedAt"`;

/** Keeps the ledger. Every write to an account begins with `lock`, so that acts on one account follow each other. */
@Injectable()
export class AccountRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Locks the tenant's account, which it makes when there is none, and reads what is left in it. */
  async lock(tenantId: TenantId): Promise<LockedAccount> {
    const found = await this.lockExisting(tenantId);
    if (found) return found;
    await this.unitOfWork.query('INSERT INTO credits.accounts (tenant_id) VALUES ($1) ON CONFLICT DO NOTHING', [
      tenantId,
    ]);
    const made = await this.lockExisting(tenantId);
    if (!made) throw new Error('The account that was locked is gone.');
    return made;
  }

  private async lockExisting(tenantId: TenantId): Promise<LockedAccount | null> {
    // Two statements that travel together. The grants are read by a statement of their own, begun after the lock is
    // held: inside the locking one they would be as old as the wait.
    const [[account], grants] = await Promise.all([
      this.unitOfWork.query<{ balance: string; sequence: string; hash: Buffer; suspended: boolean }>(
        `SELECT balance, last_sequence AS sequence, last_hash AS hash,
                EXISTS (SELECT FROM credits.suspensions s WHERE s.tenant_id = $1 AND s.lifted_at IS NULL) AS suspended
         FROM credits.accounts WHERE tenant_id = $1 FOR UPDATE`,
        [tenantId],
      ),
      this.unitOfWork.query<GrantRow>(
        `SELECT ${grantColumns} FROM credits.grants WHERE tenant_id = $1 AND remaining > 0`,
        [tenantId],
      ),
    ]);
    if (!account) return null;
    const head = { balance: Number(account.balance), sequence: Number(account.sequence), hash: account.hash };
    return { head, grants: grants.map(toGrant), suspended: account.suspended };
  }

  /** Grants by id, whatever is left in them. */
  async findGrants(tenantId: TenantId, ids: string[]): Promise<Grant[]> {
    const rows = await this.unitOfWork.query<GrantRow>(
      `SELECT ${grantColumns} FROM credits.grants WHERE tenant_id = $1 AND id = ANY($2)`,
      [tenantId, ids],
    );
    return rows.map(toGrant);
  }

  /** True when the source has been granted for this reference before. */
  async hasGrant(tenantId: TenantId, source: string, reference: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      'SELECT 1 FROM credits.grants WHERE tenant_id = $1 AND source = $2 AND reference = $3',
      [tenantId, source, reference],
    );
    return rows.length > 0;
  }

  /** The ids of the grants for a reference: the one that was made for it, then those that replaced it. */
  async lineOf(tenantId: TenantId, source: string, reference: string): Promise<string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `WITH first AS (SELECT id FROM credits.grants WHERE tenant_id = $1 AND source = $2 AND reference = $3)
       SELECT id FROM first
       UNION ALL SELECT g.id FROM credits.grants g JOIN first ON g.replaces = first.id WHERE g.tenant_id = $1`,
      [tenantId, source, reference],
    );
    return rows.map(({ id }) => id);
  }

  /** For grants that were replaced: the first of their line, and when the newest of the line expires. */
  async replacements(tenantId: TenantId, ids: string[]): Promise<Map<string, Replacement>> {
    const rows = await this.unitOfWork.query<Replacement & { id: string }>(
      `SELECT g.id, newest.first, newest.expires_at AS "expiresAt"
       FROM credits.grants g JOIN LATERAL (
         SELECT n.id, n.replaces AS first, n.expires_at FROM credits.grants n
         WHERE n.tenant_id = $1 AND n.replaces = coalesce(g.replaces, g.id) ORDER BY n.granted_at DESC, n.id DESC LIMIT 1
       ) newest ON newest.expires_at IS DISTINCT FROM g.expires_at
       WHERE g.tenant_id = $1 AND g.id = ANY($2)`,
      [tenantId, ids],
    );
    return new Map(rows.map(({ id, ...replacement }) => [id, replacement]));
  }

  /** Those of these grants that were taken back as a whole. */
  async takenBack(tenantId: TenantId, ids: string[]): Promise<Set<string>> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `SELECT g.id FROM credits.grants g WHERE g.tenant_id = $1 AND g.id = ANY($2) AND EXISTS (
         SELECT FROM credits.take_backs b WHERE b.tenant_id = $1 AND b.grant_id = coalesce(g.replaces, g.id) AND b.complete)`,
      [tenantId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** How many credits of a line of grants were asked back. @param first the first of the line */
  async askedBack(tenantId: TenantId, first: string): Promise<number> {
    const [row] = await this.unitOfWork.query<{ amount: string }>(
      'SELECT coalesce(sum(amount), 0) AS amount FROM credits.take_backs WHERE tenant_id = $1 AND grant_id = $2',
      [tenantId, first],
    );
    return Number(row?.amount ?? 0);
  }

  /** Notes what was asked back of a line of grants; false when this was asked before. */
  async addTakeBack(tenantId: TenantId, { reference, grantId, amount, complete, at }: AskedBack): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `INSERT INTO credits.take_backs (tenant_id, reference, grant_id, amount, complete, at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1`,
      [tenantId, reference, grantId, amount, complete, at],
    );
    return rows.length === 1;
  }

  /** The charge for an act, and whether it has been given back. */
  async findCharge(
    tenantId: TenantId,
    action: string,
    reference: string,
  ): Promise<(PostedCharge & { reversed: boolean }) | null> {
    const [row] = await this.unitOfWork.query<PostedCharge & { reversed: boolean }>(
      `SELECT t.id, t.reference,
              (SELECT json_agg(json_build_object('grantId', a.grant_id, 'amount', a.amount) ORDER BY a.grant_id)
               FROM credits.allocations a WHERE a.tenant_id = t.tenant_id AND a.transaction_id = t.id) AS allocations,
              EXISTS (SELECT 1 FROM credits.transactions r WHERE r.tenant_id = t.tenant_id AND r.reverses = t.id) AS reversed
       FROM credits.transactions t
       WHERE t.tenant_id = $1 AND t.kind = 'charge' AND t.action = $2 AND t.reference = $3`,
      [tenantId, action, reference],
    );
    return row ?? null;
  }

  /** Writes a posting in one statement, which nobody waits for before the COMMIT. */
  append(tenantId: TenantId, posting: Posting, { newGrants = [], spentBy }: Circumstances = {}): void {
    this.unitOfWork.post(appendSql, [
      tenantId,
      JSON.stringify(posting.transactions),
      JSON.stringify(posting.entries.map((entry) => ({ ...entry, hash: `\\x${entry.hash.toString('hex')}` }))),
      JSON.stringify(newGrants),
      posting.head.balance,
      posting.head.sequence,
      posting.head.hash,
      spentBy ?? null,
    ]);
  }
}

// What is left in a grant follows from its allocations; a trigger keeps it.
const appendSql = `
  WITH posted AS (
    INSERT INTO credits.transactions
      (tenant_id, id, kind, action, reference, reverses, source, expires_at, effective_at, hash_version, spent_by)
    SELECT $1, t.id, t.kind, t.action, t.reference, t.reverses, t.source, t."expiresAt", t."effectiveAt", 2,
      CASE t.kind WHEN 'charge' THEN $8::uuid END
    FROM jsonb_to_recordset($2::jsonb) AS t(id uuid, kind text, action text, reference uuid, reverses uuid, source text,
      "expiresAt" timestamptz, "effectiveAt" timestamptz)
  ), lines AS (
    INSERT INTO credits.entries (tenant_id, id, transaction_id, sequence, book, amount, balance_after, effective_at, hash)
    SELECT $1, e.id, e."transactionId", e.sequence, e.book, e.amount, e."balanceAfter", e."effectiveAt", e.hash
    FROM jsonb_to_recordset($3::jsonb) AS e(id uuid, "transactionId" uuid, sequence bigint, book text, amount bigint,
      "balanceAfter" bigint, "effectiveAt" timestamptz, hash bytea)
  ), issued AS (
    INSERT INTO credits.grants (tenant_id, id, source, reference, amount, expires_at, granted_at, transaction_id, replaces)
    SELECT $1, g.id, g.source, g.reference, g.amount, g."expiresAt", g."grantedAt", g."transactionId", g.replaces
    FROM jsonb_to_recordset($4::jsonb) AS g(id uuid, source text, reference uuid, amount bigint, "expiresAt" timestamptz,
      "grantedAt" timestamptz, "transactionId" uuid, replaces uuid)
  ), allocated AS (
    INSERT INTO credits.allocations (tenant_id, transaction_id, grant_id, amount)
    SELECT $1, t.id, a."grantId", a.amount
    FROM jsonb_to_recordset($2::jsonb) AS t(id uuid, allocations jsonb),
         jsonb_to_recordset(t.allocations) AS a("grantId" uuid, amount bigint)
  )
  UPDATE credits.accounts SET balance = $5, last_sequence = $6, last_hash = $7 WHERE tenant_id = $1`;

function toGrant(row: GrantRow): Grant {
  return { ...row, amount: Number(row.amount), remaining: Number(row.remaining) };
}
