import { Injectable } from '@nestjs/common';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { ProfileFilter, ProfileOrder } from '../domain/profile-order';
import type { FileEntity } from '../files/persistence/file.entity';
import { ProfileEntity } from './profile.entity';

type FileFields = Pick<FileEntity, 'id' | 'kind' | 'fileName' | 'mediaType' | 'bytes' | 'sizes'>;

/** A profile as its owner sees it in the list. */
export interface ProfileSummary {
  id: ProfileId;
  title: string;
  tags: string[];
  createdAt: Date;
  updatedAt: Date;
  latestRevision: number | null;
  hasUnsavedChanges: boolean;
  files: FileFields[];
}

const summarySql = `
  SELECT p.id, p.title, p.tags, p.created_at AS "createdAt", greatest(p.updated_at, d.updated_at) AS "updatedAt",
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

/** A tag with the number of profiles that have it. */
export interface TagCount {
  tag: string;
  profiles: number;
}

/** A position in a list of profiles: the value that the list is ordered by, as text, and the id. */
export interface ProfilePosition {
  value: string;
  id: string;
}

/** How each order compares a profile with a position ($2, $3), and how it sorts. A tenant has at most 1,000 profiles. */
const orderSql: Record<ProfileOrder, { after: string; by: string }> = {
  created: { after: '(p.created_at, p.id) < ($2::timestamptz, $3)', by: 'p.created_at DESC, p.id DESC' },
  changed: {
    after: '(greatest(p.updated_at, d.updated_at), p.id) < ($2::timestamptz, $3)',
    by: 'greatest(p.updated_at, d.updated_at) DESC, p.id DESC',
  },
  title: { after: '(lower(p.title), p.id) > (lower($2), $3)', by: 'lower(p.title), p.id' },
};

const filterSql = `
  AND ($5::text IS NULL OR strpos(lower(p.title), lower($5)) > 0
       OR EXISTS (SELECT 1 FROM unnest(p.tags) tag WHERE strpos(lower(tag), lower($5)) > 0))
  AND ($6::text IS NULL OR EXISTS (SELECT 1 FROM unnest(p.tags) tag WHERE lower(tag) = lower($6)))`;

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

  /** Profiles after a position in an order. */
  list(
    tenantId: TenantId,
    { order, search, tag }: ProfileFilter & { order: ProfileOrder },
    after: ProfilePosition | undefined,
    limit: number,
  ): Promise<ProfileSummary[]> {
    const sql = orderSql[order];
    return this.unitOfWork.read<ProfileSummary>(
      { tenant: tenantId },
      `${summarySql} AND ($2::text IS NULL OR ${sql.after}) ${filterSql} ORDER BY ${sql.by} LIMIT $4`,
      [tenantId, after?.value ?? null, after?.id ?? null, limit, search ?? null, tag ?? null],
    );
  }

  /** The tags of the profiles that are not in the trash, in alphabetical order; one that is written in two cases is one. */
  tags(tenantId: TenantId): Promise<TagCount[]> {
    return this.unitOfWork.read<TagCount>(
      { tenant: tenantId },
      `SELECT min(tag) AS tag, count(*)::int AS profiles FROM profiles.profiles p, unnest(p.tags) tag
       WHERE p.tenant_id = $1 AND p.deleted_at IS NULL GROUP BY lower(tag) ORDER BY lower(tag)`,
      [tenantId],
    );
  }

  /** Changes what is given of a profile; false when there is no such profile. */
  async change(
    tenantId: TenantId,
    id: ProfileId,
    { title, tags }: { title?: string; tags?: string[] },
    now: Date,
  ): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `UPDATE profiles.profiles SET title = coalesce($3, title), tags = coalesce($4, tags), updated_at = $5
       WHERE tenant_id = $1 AND id = $2 AND deleted_at IS NULL RETURNING 1`,
      [tenantId, id, title ?? null, tags ?? null, now],
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
