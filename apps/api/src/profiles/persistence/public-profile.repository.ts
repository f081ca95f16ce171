import { Injectable } from '@nestjs/common';
import type { HideableField, ProfileDocument } from '@canar/profile-document';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { FileEntity } from './file.entity';

/** Where a slug leads. */
export interface SlugTarget {
  tenantId: string;
  profileId: string;
  /** The slug under which the profile stands now. */
  slug: string;
  version: string;
}

/** All that a visitor may be shown, before hidden parts are taken out. */
export interface PublishedProfile extends SlugTarget {
  document: ProfileDocument;
  revisionAt: Date;
  visibility: 'public' | 'unlisted';
  hiddenFields: HideableField[];
  showCv: boolean;
  template: string;
  photo: Pick<FileEntity, 'sizes'> | null;
  cv: Pick<FileEntity, 'id' | 'fileName'> | null;
}

const visitor = { role: 'canar_public' } as const;

/** Reads what is published, across tenants, as the role of visitors. */
@Injectable()
export class PublicProfileRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Where a slug leads now, or null when nothing is published there. */
  async target(slug: string): Promise<SlugTarget | null> {
    const [row] = await this.unitOfWork.read<SlugTarget>(
      visitor,
      `SELECT u.tenant_id AS "tenantId", u.profile_id AS "profileId", u.slug, u.version
       FROM profiles.slugs s
       JOIN profiles.publications u ON u.tenant_id = s.tenant_id AND u.profile_id = s.profile_id
       JOIN profiles.profiles p ON p.tenant_id = u.tenant_id AND p.id = u.profile_id
       WHERE s.slug = $1`,
      [slug],
    );
    return row ?? null;
  }

  /** The published profile, or null when it is not published any more. */
  async find({ tenantId, profileId }: SlugTarget): Promise<PublishedProfile | null> {
    const [row] = await this.unitOfWork.read<PublishedProfile>(
      visitor,
      `SELECT u.tenant_id AS "tenantId", u.profile_id AS "profileId", u.slug, u.version, u.visibility,
              u.hidden_fields AS "hiddenFields", u.show_cv AS "showCv", u.template,
              r.document, r.created_at AS "revisionAt",
              (SELECT json_build_object('sizes', f.sizes) FROM profiles.files f
               WHERE f.tenant_id = u.tenant_id AND f.profile_id = u.profile_id AND f.kind = 'photo') AS photo,
              (SELECT json_build_object('id', f.id, 'fileName', f.file_name) FROM profiles.files f
               WHERE f.tenant_id = u.tenant_id AND f.profile_id = u.profile_id AND f.kind = 'cv') AS cv
       FROM profiles.publications u
       JOIN profiles.profiles p ON p.tenant_id = u.tenant_id AND p.id = u.profile_id
       JOIN LATERAL (
         SELECT document, created_at FROM profiles.revisions r
         WHERE r.tenant_id = u.tenant_id AND r.profile_id = u.profile_id AND r.undone_at IS NULL
         ORDER BY r.number DESC LIMIT 1) r ON true
       WHERE u.tenant_id = $1 AND u.profile_id = $2`,
      [tenantId, profileId],
    );
    return row ?? null;
  }

  /** The tenant whose published photo has this address, or null. */
  async mediaOwner(hash: string, extension: string): Promise<string | null> {
    const [row] = await this.unitOfWork.read<{ tenantId: string }>(
      visitor,
      `SELECT tenant_id AS "tenantId" FROM profiles.media WHERE hash = $1 AND extension = $2 LIMIT 1`,
      [hash, extension],
    );
    return row?.tenantId ?? null;
  }
}
