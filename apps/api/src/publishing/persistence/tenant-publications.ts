import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';

/** What whole tenants have published, for an account that is left. */
@Injectable()
export class TenantPublications {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** How many pages a tenant has published. */
  async count(tenantId: TenantId): Promise<number> {
    const sql = 'SELECT count(*)::int AS count FROM profiles.publications WHERE tenant_id = $1';
    return (await this.unitOfWork.read<{ count: number }>({ tenant: tenantId }, sql, [tenantId]))[0]?.count ?? 0;
  }

  /** When each address of tenants was claimed; for the jobs. */
  async claimedAt(tenantIds: readonly TenantId[]): Promise<Date[]> {
    const sql = 'SELECT claimed_at AS at FROM profiles.slugs WHERE tenant_id = ANY ($1::uuid[]) ORDER BY claimed_at';
    return (await this.unitOfWork.query<{ at: Date }>(sql, [tenantIds])).map(({ at }) => at);
  }

  /** Deletes the publications and addresses of tenants that are being erased, which frees the addresses; for the jobs. */
  async erase(tenantIds: readonly TenantId[]): Promise<void> {
    for (const table of ['profiles.publications', 'profiles.slugs']) {
      await this.unitOfWork.query(`DELETE FROM ${table} WHERE tenant_id = ANY ($1::uuid[])`, [tenantIds]);
    }
  }
}
