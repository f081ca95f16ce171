import { Injectable } from '@nestjs/common';
import { Notifications } from '../../platform/database/notifications';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { PublicationEntity } from './publication.entity';

/** The channel that notifies every process that a public page has changed. */
export const publicationChannel = 'canar_publication';

/** The legacy template of a publication `u` of a profile `p` that shows the revision `r`: no edit was saved since it was set. */
export const legacyTemplateSql =
  'CASE WHEN r.number = u.legacy_revision AND p.last_number = u.legacy_last_number THEN u.legacy_template END';

/** The terms of a publication, as the owner sets them. */
export type PublicationTerms = Omit<PublicationEntity, 'tenantId' | 'profileId' | 'version' | 'publishedAt'>;

/** A publication as it is shown now. */
export interface StoredPublication extends PublicationEntity {
  /** The template that the page keeps until the next saved edit although its revision names another; null for all others. */
  legacyTemplate: string | null;
}

/** Stores publications and the slugs that tenants have claimed. */
@Injectable()
export class PublicationRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: Notifications,
  ) {}

  find(tenantId: TenantId, profileId: ProfileId): Promise<PublicationEntity | null> {
    return this.unitOfWork.manager.findOneBy(PublicationEntity, { tenantId, profileId });
  }

  /** The publications of those profiles that are published. */
  list(tenantId: TenantId, profileIds: ProfileId[]): Promise<StoredPublication[]> {
    return this.unitOfWork.read<StoredPublication>(
      { tenant: tenantId },
      `SELECT u.tenant_id AS "tenantId", u.profile_id AS "profileId", u.slug, u.visibility, u.password_hash AS "passwordHash",
              u.expires_at AS "expiresAt", u.hidden_fields AS "hiddenFields", u.show_cv AS "showCv", u.branded, u.version,
              u.published_at AS "publishedAt", ${legacyTemplateSql} AS "legacyTemplate"
       FROM profiles.publications u
       JOIN profiles.profiles p ON p.tenant_id = u.tenant_id AND p.id = u.profile_id
       JOIN LATERAL (
         SELECT max(number) AS number FROM profiles.revisions r
         WHERE r.tenant_id = u.tenant_id AND r.profile_id = u.profile_id AND r.undone_at IS NULL) r ON true
       WHERE u.tenant_id = $1 AND u.profile_id = ANY($2)`,
      [tenantId, profileIds],
    );
  }

  /** The publication, its row locked until the unit of work ends. */
  lock(tenantId: TenantId, profileId: ProfileId): Promise<PublicationEntity | null> {
    const where = { tenantId, profileId };
    return this.unitOfWork.manager.findOne(PublicationEntity, { where, lock: { mode: 'for_no_key_update' } });
  }

  /**
   * Claims a slug for a profile. The unique key decides between tenants; within the tenant a slug is moved when no
   * other publication uses it. The insertion waits for a concurrent move of the slug, so that the update sees it.
   */
  async claimSlug(tenantId: TenantId, profileId: ProfileId, slug: string, at: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `INSERT INTO profiles.slugs AS s (slug, tenant_id, profile_id, claimed_at) VALUES ($3, $1, $2, $4)
       ON CONFLICT (slug) DO NOTHING RETURNING 1`,
      [tenantId, profileId, slug, at],
    );
    if (rows.length === 1) return true;
    const moved = await this.unitOfWork.query(
      `UPDATE profiles.slugs s SET profile_id = $2 WHERE s.tenant_id = $1 AND s.slug = $3 AND NOT EXISTS (
         SELECT 1 FROM profiles.publications u WHERE u.tenant_id = $1 AND u.slug = $3 AND u.profile_id <> $2)
       RETURNING 1`,
      [tenantId, profileId, slug],
    );
    return moved.length === 1;
  }

  /** Publishes, or changes what is published. */
  async save(tenantId: TenantId, profileId: ProfileId, terms: PublicationTerms, at: Date): Promise<StoredPublication> {
    await this.unitOfWork.query(
      `INSERT INTO profiles.publications AS u
         (tenant_id, profile_id, slug, visibility, hidden_fields, show_cv, password_hash, expires_at, branded,
          version, published_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10)
       ON CONFLICT (tenant_id, profile_id) DO UPDATE SET slug = excluded.slug, visibility = excluded.visibility,
         hidden_fields = excluded.hidden_fields, show_cv = excluded.show_cv,
         password_hash = excluded.password_hash, expires_at = excluded.expires_at, branded = excluded.branded`,
      [
        tenantId,
        profileId,
        terms.slug,
        terms.visibility,
        terms.hiddenFields,
        terms.showCv,
        terms.passwordHash,
        terms.expiresAt,
        terms.branded,
        at,
      ],
    );
    await this.announce(tenantId, profileId);
    const [saved] = await this.list(tenantId, [profileId]);
    if (!saved) throw new Error('The publication that was stored is gone.');
    return saved;
  }

  /** Unpublishes a profile; the tenant keeps its slugs. */
  async remove(tenantId: TenantId, profileId: ProfileId): Promise<void> {
    await this.announce(tenantId, profileId);
    await this.unitOfWork.manager.delete(PublicationEntity, { tenantId, profileId });
  }

  /** Restores "Made with Canar" on a page; the caller announces it. */
  async brand(tenantId: TenantId, profileId: ProfileId): Promise<void> {
    await this.unitOfWork.manager.update(PublicationEntity, { tenantId, profileId }, { branded: true });
  }

  /**
   * Increments the version and notifies every process when the unit of work commits.
   * @returns the publication, or null when there is none
   */
  async announce(tenantId: TenantId, profileId: ProfileId): Promise<Pick<PublicationEntity, 'branded'> | null> {
    // The version comes from the clock of the database, so that it never repeats, also when a profile is published again.
    const [changed] = await this.unitOfWork.query<Pick<PublicationEntity, 'branded'>>(
      `UPDATE profiles.publications
       SET version = greatest(version + 1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint)
       WHERE tenant_id = $1 AND profile_id = $2 RETURNING branded`,
      [tenantId, profileId],
    );
    if (changed) this.notifications.send(publicationChannel, profileId);
    return changed ?? null;
  }

  /** Those of these slugs that are claimed. */
  async claimed(slugs: string[]): Promise<Set<string>> {
    const rows = await this.unitOfWork.read<{ slug: string }>(
      { role: 'canar_public' },
      'SELECT slug FROM profiles.slugs WHERE slug = ANY($1)',
      [slugs],
    );
    return new Set(rows.map(({ slug }) => slug));
  }
}
