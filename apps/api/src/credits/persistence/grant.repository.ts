import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';
import type { GrantSource } from '../domain/ledger';

/** What became of what was granted for one reference. */
export interface GrantUse {
  granted: number;
  /** Spent and not undone. */
  spent: number;
  /** Can be spent now. */
  left: number;
}

/** A grant with what became of it. */
export interface UsedGrant extends GrantUse {
  reference: string;
  source: GrantSource;
  grantedAt: Date;
}

/** Reads what became of grants; a grant whose expiry moved and those that replaced it are one. */
@Injectable()
export class GrantRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The grants for some references, or all of one source, the newest first. */
  async list(
    tenantId: TenantId,
    of: { references: readonly string[] } | { source: GrantSource },
    now: Date,
  ): Promise<UsedGrant[]> {
    const [condition, value] =
      'source' in of ? ['f.source = $2', of.source] : ['f.reference = ANY ($2::uuid[])', of.references];
    type Row = Omit<UsedGrant, keyof GrantUse> & Record<keyof GrantUse, string>;
    const rows = await this.unitOfWork.read<Row>(
      { tenant: tenantId },
      `SELECT f.reference, f.source, f.amount AS granted, f.granted_at AS "grantedAt", u.spent, u."left"
       FROM credits.grants f CROSS JOIN LATERAL (
         SELECT coalesce(sum(g.remaining) FILTER (WHERE g.expires_at IS NULL OR g.expires_at > $3), 0) AS "left",
           coalesce(sum(s.amount), 0) AS spent
         FROM credits.grants g CROSS JOIN LATERAL (
           SELECT -coalesce(sum(a.amount), 0) AS amount
           FROM credits.allocations a JOIN credits.transactions t ON t.tenant_id = a.tenant_id AND t.id = a.transaction_id
           WHERE a.tenant_id = g.tenant_id AND a.grant_id = g.id AND t.kind IN ('charge', 'reversal')) s
         WHERE g.tenant_id = f.tenant_id AND (g.id = f.id OR g.replaces = f.id)) u
       WHERE f.tenant_id = $1 AND f.replaces IS NULL AND ${condition}
       ORDER BY f.granted_at DESC, f.id DESC`,
      [tenantId, value, now],
    );
    return rows.map(({ granted, spent, left, ...row }) => ({
      ...row,
      granted: Number(granted),
      spent: Number(spent),
      left: Number(left),
    }));
  }
}
