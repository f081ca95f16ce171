import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';
import type { LedgerFault } from '../domain/ledger-fault';
import { ledgerFaultsSql } from './ledger-rules';

/** An act that a tenant was charged for, and whether the charge was given back. */
export interface ChargedAct {
  reference: string;
  reversed: boolean;
}

/** Asks the books whether they agree, and keeps which accounts may not spend because they do not. */
@Injectable()
export class AuditRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What disagrees among the rows of a tenant, by sequence; a hundred faults at most. */
  async faults(tenantId: TenantId): Promise<LedgerFault[]> {
    const rows = await this.unitOfWork.read<Omit<LedgerFault, 'sequence'> & { sequence: string | null }>(
      { tenant: tenantId },
      ledgerFaultsSql,
      [tenantId],
    );
    return rows.map((row) => ({ ...row, sequence: row.sequence === null ? null : Number(row.sequence) }));
  }

  /** What was charged for an action. */
  charges(tenantId: TenantId, action: string): Promise<ChargedAct[]> {
    return this.unitOfWork.read<ChargedAct>(
      { tenant: tenantId },
      `SELECT t.reference, EXISTS (
         SELECT FROM credits.transactions r WHERE r.tenant_id = t.tenant_id AND r.reverses = t.id) AS reversed
       FROM credits.transactions t WHERE t.tenant_id = $1 AND t.kind = 'charge' AND t.action = $2`,
      [tenantId, action],
    );
  }

  /**
   * Suspends an account for its faults, unless it is suspended already or somebody lifted a suspension for the same.
   * @returns whether it is suspended only now
   */
  async suspend(tenantId: TenantId, id: string, faults: LedgerFault[], at: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `INSERT INTO credits.suspensions (tenant_id, id, faults, suspended_at)
       SELECT $1, $2, $3::jsonb, $4
       WHERE NOT EXISTS (SELECT FROM credits.suspensions WHERE tenant_id = $1 AND (lifted_at IS NULL OR faults = $3::jsonb))
       ON CONFLICT DO NOTHING RETURNING 1`,
      [tenantId, id, JSON.stringify(faults), at],
    );
    return rows.length === 1;
  }

  /** Lifts the suspension of an account; false when there is none. */
  async lift(tenantId: TenantId, reason: string, at: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `UPDATE credits.suspensions SET lifted_at = $2, lifted_reason = $3
       WHERE tenant_id = $1 AND lifted_at IS NULL RETURNING 1`,
      [tenantId, at, reason],
    );
    return rows.length === 1;
  }

  /** Since when an account may not spend; null when it may. */
  async suspendedAt(tenantId: TenantId): Promise<Date | null> {
    const [row] = await this.unitOfWork.read<{ at: Date }>(
      { tenant: tenantId },
      'SELECT suspended_at AS at FROM credits.suspensions WHERE tenant_id = $1 AND lifted_at IS NULL',
      [tenantId],
    );
    return row?.at ?? null;
  }
}
