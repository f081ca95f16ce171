import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { ProfileId, TenantId } from '../../platform/ids/ids';

/** Tells other modules whether a profile exists and is saved, and locks it; a lock needs a unit of work. */
@Injectable()
export class ProfileLookup {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** True when the tenant has the profile and it is not in the trash. */
  async exists(tenantId: TenantId, id: ProfileId): Promise<boolean> {
    const rows = await this.unitOfWork.read(
      { tenant: tenantId },
      'SELECT 1 FROM profiles.profiles WHERE tenant_id = $1 AND id = $2 AND deleted_at IS NULL',
      [tenantId, id],
    );
    return rows.length > 0;
  }

  /**
   * Locks a profile that is not in the trash until the unit of work ends, so that concurrent changes of it run one after
   * the other; false when there is none. Take this lock before the one on its publication.
   */
  async lock(tenantId: TenantId, id: ProfileId): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      'SELECT 1 FROM profiles.profiles WHERE tenant_id = $1 AND id = $2 AND deleted_at IS NULL FOR NO KEY UPDATE',
      [tenantId, id],
    );
    return rows.length > 0;
  }

  /** True when the profile has a revision that is not undone; it cannot be undone until the unit of work ends. */
  async isSaved(tenantId: TenantId, id: ProfileId): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      'SELECT 1 FROM profiles.revisions WHERE tenant_id = $1 AND profile_id = $2 AND undone_at IS NULL LIMIT 1 FOR SHARE',
      [tenantId, id],
    );
    return rows.length > 0;
  }
}
