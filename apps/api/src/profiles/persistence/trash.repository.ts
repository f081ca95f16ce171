import { Injectable } from '@nestjs/common';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import type { TimePosition } from '../../platform/paging/cursors';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { FileEntity } from '../files/persistence/file.entity';

/** A profile in the trash. */
export interface TrashedProfile {
  id: ProfileId;
  title: string;
  deletedAt: Date;
}

/** A profile by its whole key. */
export interface ProfileKey {
  tenantId: TenantId;
  id: ProfileId;
}

/** The fields of a purged file that identify its bytes. */
export type PurgedFile = Pick<FileEntity, 'id' | 'kind' | 'sizes'>;

/** Reads, restores and purges profiles in the trash. */
@Injectable()
export class TrashRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Trashed profiles after a position, latest first. */
  list(tenantId: TenantId, after: TimePosition | undefined, limit: number): Promise<TrashedProfile[]> {
    return this.unitOfWork.read<TrashedProfile>(
      { tenant: tenantId },
      `SELECT id, title, deleted_at AS "deletedAt" FROM profiles.profiles
       WHERE tenant_id = $1 AND deleted_at IS NOT NULL AND ($2::timestamptz IS NULL OR (deleted_at, id) < ($2, $3))
       ORDER BY deleted_at DESC, id DESC LIMIT $4`,
      [tenantId, after?.at ?? null, after?.id ?? null, limit],
    );
  }

  /** Takes a profile out of the trash; false when it is not there. */
  async restore(tenantId: TenantId, id: ProfileId, at: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `UPDATE profiles.profiles SET deleted_at = NULL, updated_at = $3
       WHERE tenant_id = $1 AND id = $2 AND deleted_at IS NOT NULL RETURNING 1`,
      [tenantId, id, at],
    );
    return rows.length === 1;
  }

  /** Profiles of any tenant that were put into the trash at or before a time, oldest first. */
  due(before: Date, limit: number): Promise<ProfileKey[]> {
    return this.unitOfWork.read<ProfileKey>(
      { role: 'canar_jobs' },
      `SELECT tenant_id AS "tenantId", id FROM profiles.profiles WHERE deleted_at <= $1 ORDER BY deleted_at LIMIT $2`,
      [before, limit],
    );
  }

  /** Deletes a due profile with everything that references it; returns its files, or null when it was restored in the meantime. */
  async purge({ tenantId, id }: ProfileKey, before: Date): Promise<PurgedFile[] | null> {
    const files = await this.unitOfWork.query<PurgedFile>(
      'SELECT id, kind, sizes FROM profiles.files WHERE tenant_id = $1 AND profile_id = $2',
      [tenantId, id],
    );
    const [row] = await this.unitOfWork.query<{ count: string }>(
      `WITH purged AS (
         DELETE FROM profiles.profiles WHERE tenant_id = $1 AND id = $2 AND deleted_at <= $3 RETURNING id)
       SELECT count(*) AS count FROM purged`,
      [tenantId, id, before],
    );
    return Number(row?.count) === 1 ? files : null;
  }
}
