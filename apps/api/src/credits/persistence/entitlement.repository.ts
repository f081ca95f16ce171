import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';

/** What a tenant may do from an instant on, until the next entitlement begins or its own end. */
export interface Entitlement {
  tenantId: TenantId;
  plan: string;
  startsAt: Date;
  editUntil: Date;
  features: string[];
}

/** Stores what each tenant may do, period by period. */
@Injectable()
export class EntitlementRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The entitlement that began last, also when it is over. */
  async find(tenantId: TenantId, now: Date): Promise<Entitlement | null> {
    const [row] = await this.unitOfWork.read<Omit<Entitlement, 'tenantId'>>(
      { tenant: tenantId },
      `SELECT plan, starts_at AS "startsAt", edit_until AS "editUntil", features FROM credits.entitlements
       WHERE tenant_id = $1 AND starts_at <= $2 ORDER BY starts_at DESC LIMIT 1`,
      [tenantId, now],
    );
    return row ? { tenantId, ...row } : null;
  }

  /** Puts these in the place of all that the tenant has. */
  async replace(tenantId: TenantId, entitlements: readonly Entitlement[]): Promise<void> {
    await this.unitOfWork.query('DELETE FROM credits.entitlements WHERE tenant_id = $1', [tenantId]);
    await this.unitOfWork.query(
      `INSERT INTO credits.entitlements (tenant_id, plan, starts_at, edit_until, features)
       SELECT $1, e.plan, e."startsAt", e."editUntil", e.features
       FROM jsonb_to_recordset($2::jsonb) AS e(plan text, "startsAt" timestamptz, "editUntil" timestamptz, features text[])`,
      [tenantId, JSON.stringify(entitlements)],
    );
  }
}
