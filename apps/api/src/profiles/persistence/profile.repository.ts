import { Injectable } from '@nestjs/common';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import type { TimePosition } from '../../platform/paging/cursors';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { FileEntity } from '../files/persistence/file.entity';
import { ProfileEntity } from './profile.entity';

type FileFields = Pick<FileEntity, 'id' | 'kind' | 'fileName' | 'mediaType' | 'bytes' | 'sizes'>;

/** A profile as its owner sees it in the list. */
export interface ProfileSummary {
  id: ProfileId;
  title: string;
  createdAt: Date;
  updatedAt: Date;
  latestRevision: number | null;
  hasUnsavedChanges: boolean;
  files: FileFields[];
}

const summarySql = `
  SELECT p.id, p.title, p.created_at AS "createdAt", greatest(p.updated_at, d.updated_at) AS "updatedAt",
         r.number AS "latestRevision", r.content_hash IS DISTINCT FROM d.content_hash AS "hasUnsavedChanges",
         coalesce((SELECT json_agg(json_build_object('id', f.id, 'kind', f.kind, 'fileName', f.file_name,
             'mediaType', f.media_type, 'bytes', f.bytes, 'sizes', f.sizes))
           FROM profiles.files f WHERE f.tenant_id = p.tenant_id AND f.profile_id = p.id), '[]') AS files
  FROM profiles.profiles p
  JOIN profiles.drafts d ON d.tenant_id = p.tenant_id AND d.profile_id = p.id
  LEFT JOIN LATERAL (
    SELECT number, content_hash FROM profiles.revisions r
    WHERE r.tenant_id = p.tenant_id AND r.profile_id = p.id AND r.undone_at IS NULL
    ORDER BY number DESC LIMIT 1) r ON true
  WHERE p.tenant_id = $1 AND p.deleted_at IS NULL`;

/** Stores profiles and reads them as they are listed. */
@Injectable()
export class ProfileRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(profile: ProfileEntity): Promise<void> {
    await this.unitOfWork.manager.insert(ProfileEntity, profile);
  }

  /** The number of profiles that are not in the trash. */
  async count(tenantId: TenantId): Promise<number> {
    const [row] = await this.unitOfWork.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM profiles.profiles WHERE tenant_id = $1 AND deleted_at IS NULL',
      [tenantId],
    );
    return row?.count ?? 0;
  }

  /** One profile as it is listed, or null. */
  async find(tenantId: TenantId, id: ProfileId): Promise<ProfileSummary | null> {
    const [row] = await this.unitOfWork.read<ProfileSummary>({ tenant: tenantId }, `${summarySql} AND p.id = $2`, [
      tenantId,
      id,
    ]);
    return row ?? null;
  }

  /** Profiles after a position, newest first. */
  list(tenantId: TenantId, after: TimePosition | undefined, limit: number): Promise<ProfileSummary[]> {
    return this.unitOfWork.read<ProfileSummary>(
      { tenant: tenantId },
      `${summarySql} AND ($2::timestamptz IS NULL OR (p.created_at, p.id) < ($2, $3)) ORDER BY p.created_at DESC, p.id DESC LIMIT $4`,
      [tenantId, after?.at ?? null, after?.id ?? null, limit],
    );
  }

  /** Renames a profile; false when there is no such profile. */
  async rename(tenantId: TenantId, id: ProfileId, title: string, now: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `UPDATE profiles.profiles SET title = $3, updated_at = $4
       WHERE tenant_id = $1 AND id = $2 AND deleted_at IS NULL RETURNING 1`,
      [tenantId, id, title, now],
    );
    return rows.length === 1;
  }

  /** Moves a profile to the trash; false when there is no such profile. */
  async trash(tenantId: TenantId, id: ProfileId, now: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `UPDATE profiles.profiles SET deleted_at = $3
       WHERE tenant_id = $1 AND id = $2 AND deleted_at IS NULL RETURNING 1`,
      [tenantId, id, now],
    );
    return rows.length === 1;
  }
}
