import { Injectable } from '@nestjs/common';
import type { HideableField, ProfileDocument } from '@canar/profile-document';
import { templateIdOf } from '@canar/profile-templates';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { ProfileId, TenantId } from '../../../platform/ids/ids';
import type { PageAccess } from '../domain/page-access';
import type { PhotoSize } from '../../../profiles';
import { legacyTemplateSql } from '../../persistence/publication.repository';

/** A published profile, before hidden fields are removed. */
export interface PublishedProfile {
  tenantId: TenantId;
  profileId: ProfileId;
  slug: string;
  document: ProfileDocument;
  revisionAt: Date;
  hiddenFields: HideableField[];
  showCv: boolean;
  /** A known template: that of the document, or the one that its page keeps until the next saved edit. */
  template: string;
  branded: boolean;
  photo: { sizes: PhotoSize[] } | null;
  cv: { id: string; fileName: string | null } | null;
}

const visitor = { role: 'canar_public' } as const;

const slugAccessSql = `
  SELECT u.tenant_id AS "tenantId", u.profile_id AS "profileId", u.slug, u.version, u.visibility,
         u.password_hash AS "passwordHash", u.expires_at AS "expiresAt", NULL AS "linkId", NULL AS token
  FROM profiles.slugs s
  JOIN profiles.publications u ON u.tenant_id = s.tenant_id AND u.profile_id = s.profile_id
  JOIN profiles.profiles p ON p.tenant_id = u.tenant_id AND p.id = u.profile_id
  WHERE s.slug = $1`;

const linkAccessSql = `
  SELECT u.tenant_id AS "tenantId", u.profile_id AS "profileId", u.slug, u.version, u.visibility,
         l.password_hash AS "passwordHash", least(u.expires_at, l.expires_at) AS "expiresAt", l.id AS "linkId", l.token
  FROM profiles.share_links l
  JOIN profiles.slugs s ON s.tenant_id = l.tenant_id AND s.profile_id = l.profile_id AND s.slug = $1
  JOIN profiles.publications u ON u.tenant_id = l.tenant_id AND u.profile_id = l.profile_id
  JOIN profiles.profiles p ON p.tenant_id = u.tenant_id AND p.id = u.profile_id
  WHERE l.token = $2`;

/** Reads what is published, across tenants, as the role of visitors. */
@Injectable()
export class PublicProfileRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The access by a slug, also by an old one, or null when nothing is published there. */
  async accessBySlug(slug: string): Promise<PageAccess | null> {
    return (await this.unitOfWork.read<PageAccess>(visitor, slugAccessSql, [slug]))[0] ?? null;
  }

  /** The access by a share link that is not revoked, or null. */
  async accessByLink(slug: string, token: string): Promise<PageAccess | null> {
    return (await this.unitOfWork.read<PageAccess>(visitor, linkAccessSql, [slug, token]))[0] ?? null;
  }

  /** The published profile, or null when it is not published any more. */
  async find({ tenantId, profileId }: Pick<PageAccess, 'tenantId' | 'profileId'>): Promise<PublishedProfile | null> {
    const [row] = await this.unitOfWork.read<PublishedProfile & { legacyTemplate: string | null }>(
      visitor,
      `SELECT u.tenant_id AS "tenantId", u.profile_id AS "profileId", u.slug,
              u.hidden_fields AS "hiddenFields", u.show_cv AS "showCv", u.branded, ${legacyTemplateSql} AS "legacyTemplate",
              r.document, r.created_at AS "revisionAt",
              (SELECT json_build_object('sizes', f.sizes) FROM profiles.files f
               WHERE f.tenant_id = u.tenant_id AND f.profile_id = u.profile_id AND f.kind = 'photo') AS photo,
              (SELECT json_build_object('id', f.id, 'fileName', f.file_name) FROM profiles.files f
               WHERE f.tenant_id = u.tenant_id AND f.profile_id = u.profile_id AND f.kind = 'cv') AS cv
       FROM profiles.publications u
       JOIN profiles.profiles p ON p.tenant_id = u.tenant_id AND p.id = u.profile_id
       JOIN LATERAL (
         SELECT number, document, created_at FROM profiles.revisions r
         WHERE r.tenant_id = u.tenant_id AND r.profile_id = u.profile_id AND r.undone_at IS NULL
         ORDER BY r.number DESC LIMIT 1) r ON true
       WHERE u.tenant_id = $1 AND u.profile_id = $2`,
      [tenantId, profileId],
    );
    if (!row) return null;
    const { legacyTemplate, ...published } = row;
    return { ...published, template: legacyTemplate ?? templateIdOf(row.document) };
  }

  /** The tenant that publishes a photo with this hash now, or null. */
  async mediaOwner(hash: string, extension: string, now: Date): Promise<TenantId | null> {
    const [row] = await this.unitOfWork.read<{ tenantId: TenantId }>(
      visitor,
      `SELECT m.tenant_id AS "tenantId"
       FROM profiles.media m
       JOIN profiles.files f ON f.tenant_id = m.tenant_id AND f.id = m.file_id
       JOIN profiles.publications u ON u.tenant_id = f.tenant_id AND u.profile_id = f.profile_id
       WHERE m.hash = $1 AND m.extension = $2
         AND u.visibility = 'public' AND (u.expires_at IS NULL OR u.expires_at > $3) LIMIT 1`,
      [hash, extension, now],
    );
    return row?.tenantId ?? null;
  }
}
