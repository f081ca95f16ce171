import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId, UserId } from '../../platform/ids/ids';

/** What a member has spent of the credits of a tenant in the running period, and may spend at most; null for no limit. */
export interface MemberSpending {
  userId: UserId;
  spent: number;
  limit: number | null;
}

/** A charge counts for the member who caused it, in the period in which it was made, until it is undone. */
const spending = `
  SELECT t.spent_by AS user_id, -sum(e.amount) AS spent
  FROM credits.transactions t
  JOIN credits.entries e ON e.tenant_id = t.tenant_id AND e.transaction_id = t.id AND e.book = 'wallet'
  WHERE t.tenant_id = $1 AND t.spent_by IS NOT NULL AND t.effective_at >= (
      SELECT p.starts_at FROM credits.entitlements p WHERE p.tenant_id = $1 AND p.starts_at <= $2
      ORDER BY p.starts_at DESC LIMIT 1)
    AND NOT EXISTS (SELECT FROM credits.transactions r WHERE r.tenant_id = t.tenant_id AND r.reverses = t.id)`;

/** Keeps how many credits each member may spend in a period. */
@Injectable()
export class MemberLimitRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What a member with a limit has spent; null for one without, for whom nothing is counted. */
  async findLimited(tenantId: TenantId, userId: UserId, now: Date): Promise<{ spent: number; limit: number } | null> {
    const [row] = await this.unitOfWork.read<{ spent: string | null; limit: string }>(
      { tenant: tenantId },
      `SELECT l.credits AS limit, (SELECT s.spent FROM (${spending} AND t.spent_by = $3 GROUP BY t.spent_by) s) AS spent
       FROM credits.member_limits l WHERE l.tenant_id = $1 AND l.user_id = $3`,
      [tenantId, now, userId],
    );
    return row ? { spent: Number(row.spent ?? 0), limit: Number(row.limit) } : null;
  }

  /** All who have spent in the running period or have a limit. */
  async list(tenantId: TenantId, now: Date): Promise<MemberSpending[]> {
    const rows = await this.unitOfWork.read<{ userId: UserId; spent: string | null; limit: string | null }>(
      { tenant: tenantId },
      `SELECT coalesce(l.user_id, s.user_id) AS "userId", s.spent, l.credits AS limit
       FROM (${spending} GROUP BY t.spent_by) s
       FULL JOIN (SELECT * FROM credits.member_limits WHERE tenant_id = $1) l ON l.user_id = s.user_id
       ORDER BY 1`,
      [tenantId, now],
    );
    return rows.map(({ userId, spent, limit }) => ({
      userId,
      spent: Number(spent ?? 0),
      limit: limit === null ? null : Number(limit),
    }));
  }

  /** Sets the limit of a member. @param limit null for none */
  async set(tenantId: TenantId, userId: UserId, limit: number | null): Promise<void> {
    await (limit === null
      ? this.unitOfWork.query('DELETE FROM credits.member_limits WHERE tenant_id = $1 AND user_id = $2', [
          tenantId,
          userId,
        ])
      : this.unitOfWork.query(
          `INSERT INTO credits.member_limits (tenant_id, user_id, credits) VALUES ($1, $2, $3)
           ON CONFLICT (tenant_id, user_id) DO UPDATE SET credits = excluded.credits`,
          [tenantId, userId, limit],
        ));
  }
}
