import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { ProfileId, ShareLinkId, TenantId } from '../../platform/ids/ids';
import { ShareLinkEntity } from './share-link.entity';

/** Stores share links; revoked ones stay, because statistics report them. */
@Injectable()
export class ShareLinkRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(link: ShareLinkEntity): Promise<void> {
    await this.unitOfWork.manager.insert(ShareLinkEntity, link);
  }

  /** The links of a profile that are not revoked, latest first. */
  list(tenantId: TenantId, profileId: ProfileId): Promise<ShareLinkEntity[]> {
    return this.unitOfWork.query<ShareLinkEntity>(
      `SELECT tenant_id AS "tenantId", id, profile_id AS "profileId", label, token, password_hash AS "passwordHash",
              expires_at AS "expiresAt", created_at AS "createdAt", revoked_at AS "revokedAt"
       FROM profiles.share_links WHERE tenant_id = $1 AND profile_id = $2 AND revoked_at IS NULL
       ORDER BY created_at DESC, id DESC`,
      [tenantId, profileId],
    );
  }

  /** The number of links of a profile that are not revoked. */
  async count(tenantId: TenantId, profileId: ProfileId): Promise<number> {
    const [row] = await this.unitOfWork.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM profiles.share_links
       WHERE tenant_id = $1 AND profile_id = $2 AND revoked_at IS NULL`,
      [tenantId, profileId],
    );
    return row?.count ?? 0;
  }

  /** Revokes a link; false when there is none that is not revoked. */
  async revoke(tenantId: TenantId, profileId: ProfileId, id: ShareLinkId, at: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `UPDATE profiles.share_links SET revoked_at = $4
       WHERE tenant_id = $1 AND profile_id = $2 AND id = $3 AND revoked_at IS NULL RETURNING 1`,
      [tenantId, profileId, id, at],
    );
    return rows.length === 1;
  }
}
