import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';

/** The profiles of whole tenants, for an account that is left. */
@Injectable()
export class TenantProfiles {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** How many profiles a tenant has, without those in the trash. */
  async count(tenantId: TenantId): Promise<number> {
    const sql = 'SELECT count(*)::int AS count FROM profiles.profiles WHERE tenant_id = $1 AND deleted_at IS NULL';
    return (await this.unitOfWork.read<{ count: number }>({ tenant: tenantId }, sql, [tenantId]))[0]?.count ?? 0;
  }

  /** When each profile of tenants was made; for the jobs. */
  async madeAt(tenantIds: readonly TenantId[]): Promise<Date[]> {
    const sql = 'SELECT created_at AS at FROM profiles.profiles WHERE tenant_id = ANY ($1::uuid[]) ORDER BY created_at';
    return (await this.unitOfWork.query<{ at: Date }>(sql, [tenantIds])).map(({ at }) => at);
  }

  /** Deletes all profiles of tenants that are being erased; for the jobs. */
  async erase(tenantIds: readonly TenantId[]): Promise<void> {
    await this.unitOfWork.query('DELETE FROM profiles.profiles WHERE tenant_id = ANY ($1::uuid[])', [tenantIds]);
  }
}
