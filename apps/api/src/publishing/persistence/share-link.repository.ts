import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { ShareLinkEntity } from './share-link.entity';

/** Stores share links; revoked ones stay, because statistics report them. */
@Injectable()
export class ShareLinkRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(link: ShareLinkEntity): Promise<void> {
    await this.unitOfWork.manager.insert(ShareLinkEntity, link);
  }

  /** The links of a profile that are not revoked, latest first. */
  list(tenantId: string, profileId: string): Promise<ShareLinkEntity[]> {
    return this.unitOfWork.manager.find(ShareLinkEntity, {
      where: { tenantId, profileId, revokedAt: IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  count(tenantId: string, profileId: string): Promise<number> {
    return this.unitOfWork.manager.countBy(ShareLinkEntity, { tenantId, profileId, revokedAt: IsNull() });
  }

  /** Revokes a link; false when there is none that is not revoked. */
  async revoke(tenantId: string, profileId: string, id: string, at: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `UPDATE profiles.share_links SET revoked_at = $4
       WHERE tenant_id = $1 AND profile_id = $2 AND id = $3 AND revoked_at IS NULL RETURNING 1`,
      [tenantId, profileId, id, at],
    );
    return rows.length === 1;
  }
}
