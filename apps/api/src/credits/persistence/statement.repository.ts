import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';
import type { ChainedEntry, HashVersion } from '../domain/hash-chain';
import type { Book, GrantSource, TransactionKind } from '../domain/ledger';

/** A line of the statement: the wallet's side of one transaction. */
export interface StatementLine {
  id: string;
  sequence: number;
  transactionId: string;
  kind: TransactionKind;
  amount: number;
  balanceAfter: number;
  action: string | null;
  reference: string | null;
  reverses: string | null;
  hash: Buffer;
  hashVersion: HashVersion;
  /** The other side of the transaction, the next entry of the chain. */
  counterBook: Book;
  counterHash: Buffer;
  source: GrantSource | null;
  /** Of a grant: when what is left of it expires. */
  expiresAt: Date | null;
  effectiveAt: Date;
  recordedAt: Date;
}

/** What is in an account now. */
export interface Holdings {
  balance: number;
  expiring: { amount: number; expiresAt: Date }[];
}

type Raw<T, Numbers extends keyof T> = Omit<T, Numbers> & Record<Numbers, string>;

/** Reads the ledger. */
@Injectable()
export class StatementRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The balance without what is overdue, and what expires when. */
  async holdings(tenantId: TenantId, now: Date): Promise<Holdings> {
    const rows = await this.unitOfWork.read<{ amount: string; expiresAt: Date | null }>(
      { tenant: tenantId },
      `SELECT sum(remaining) AS amount, expires_at AS "expiresAt" FROM credits.grants
       WHERE tenant_id = $1 AND remaining > 0 AND (expires_at IS NULL OR expires_at > $2)
       GROUP BY expires_at ORDER BY expires_at NULLS LAST`,
      [tenantId, now],
    );
    const amounts = rows.map(({ amount, expiresAt }) => ({ amount: Number(amount), expiresAt }));
    return {
      balance: amounts.reduce((sum, { amount }) => sum + amount, 0),
      expiring: amounts.flatMap(({ amount, expiresAt }) => (expiresAt ? [{ amount, expiresAt }] : [])),
    };
  }

  /** Lines before a sequence, newest first. */
  async lines(tenantId: TenantId, before: number | undefined, limit: number): Promise<StatementLine[]> {
    const rows = await this.unitOfWork.read<Raw<StatementLine, 'sequence' | 'amount' | 'balanceAfter'>>(
      { tenant: tenantId },
      `SELECT e.id, e.sequence, e.transaction_id AS "transactionId", t.kind, e.amount, e.balance_after AS "balanceAfter",
              coalesce(t.action, r.action) AS action, t.reference, t.reverses, e.hash, c.book AS "counterBook",
              c.hash AS "counterHash", t.hash_version AS "hashVersion", coalesce(t.source, g.source) AS source,
              t.expires_at AS "expiresAt", e.effective_at AS "effectiveAt", t.recorded_at AS "recordedAt"
       FROM credits.entries e
       JOIN credits.entries c ON c.tenant_id = e.tenant_id AND c.sequence = e.sequence + 1
       JOIN credits.transactions t ON t.tenant_id = e.tenant_id AND t.id = e.transaction_id
       LEFT JOIN credits.transactions r ON r.tenant_id = t.tenant_id AND r.id = t.reverses
       LEFT JOIN credits.grants g ON g.tenant_id = t.tenant_id
         AND (g.transaction_id = t.id OR (t.kind IN ('expiry', 'take_back') AND g.id = t.reference))
       WHERE e.tenant_id = $1 AND e.book = 'wallet' AND ($2::bigint IS NULL OR e.sequence < $2)
       ORDER BY e.sequence DESC LIMIT $3`,
      [tenantId, before ?? null, limit],
    );
    return rows.map((row) => ({
      ...row,
      sequence: Number(row.sequence),
      amount: Number(row.amount),
      balanceAfter: Number(row.balanceAfter),
    }));
  }

  /** Tenants that have an account, by id; for the job that checks them all. */
  async tenants(after: TenantId | null, limit: number): Promise<TenantId[]> {
    const rows = await this.unitOfWork.read<{ id: TenantId }>(
      { role: 'canar_jobs' },
      `SELECT tenant_id AS id FROM credits.accounts WHERE $1::uuid IS NULL OR tenant_id > $1 ORDER BY tenant_id LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** The whole chain, in order, as it is checked. */
  async chain(tenantId: TenantId): Promise<ChainedEntry[]> {
    const rows = await this.unitOfWork.read<Raw<ChainedEntry, 'sequence' | 'amount' | 'balanceAfter'>>(
      { tenant: tenantId },
      `SELECT e.sequence, e.transaction_id AS "transactionId", t.kind, t.action, t.reference, t.reverses, e.book, e.amount,
              e.balance_after AS "balanceAfter", e.effective_at AS "effectiveAt", e.hash,
              t.source, t.expires_at AS "expiresAt", t.hash_version AS "hashVersion"
       FROM credits.entries e JOIN credits.transactions t ON t.tenant_id = e.tenant_id AND t.id = e.transaction_id
       WHERE e.tenant_id = $1 ORDER BY e.sequence`,
      [tenantId],
    );
    return rows.map((row) => ({
      ...row,
      sequence: Number(row.sequence),
      amount: Number(row.amount),
      balanceAfter: Number(row.balanceAfter),
    }));
  }
}
