import { Injectable } from '@nestjs/common';
import type { DocumentWarning, ProfileDocument } from '@canar/profile-document';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { StorageQuota } from './storage-quota';
import type { ProfileId, TenantId } from '../../platform/ids/ids';

/** A draft as it is sent: the document as the text that the database stores, unparsed. */
export interface StoredDraft {
  document: string;
  warnings: string;
  version: string;
}

/** What is known of a draft whose row is locked. */
export interface LockedDraft {
  version: string;
  contentHash: Buffer;
}

/** A draft to store. */
export interface DraftContent {
  document: ProfileDocument;
  warnings: DocumentWarning[];
  contentHash: Buffer;
  at: Date;
}

const live = `EXISTS (SELECT 1 FROM profiles.profiles p
  WHERE p.tenant_id = d.tenant_id AND p.id = d.profile_id AND p.deleted_at IS NULL)`;

/** Stores drafts. */
@Injectable()
export class DraftRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly quota: StorageQuota,
  ) {}

  async add(tenantId: TenantId, profileId: ProfileId, draft: DraftContent): Promise<void> {
    await this.write(
      tenantId,
      `INSERT INTO profiles.drafts (tenant_id, profile_id, document, warnings, content_hash, version, updated_at)
       VALUES ($1, $2, $3, $4, $5, 1, $6)`,
      [
        tenantId,
        profileId,
        JSON.stringify(draft.document),
        JSON.stringify(draft.warnings),
        draft.contentHash,
        draft.at,
      ],
    );
  }

  /** Copies the draft of a profile that is not in the trash to another profile; false when there is none. */
  async copy(tenantId: TenantId, from: ProfileId, to: ProfileId, at: Date): Promise<boolean> {
    const rows = await this.write(
      tenantId,
      `INSERT INTO profiles.drafts (tenant_id, profile_id, document, warnings, content_hash, version, updated_at)
       SELECT d.tenant_id, $3, d.document, d.warnings, d.content_hash, 1, $4
       FROM profiles.drafts d WHERE d.tenant_id = $1 AND d.profile_id = $2 AND ${live} RETURNING 1`,
      [tenantId, from, to, at],
    );
    return rows.length === 1;
  }

  /** The draft of a profile that is not in the trash, or null. */
  async find(tenantId: TenantId, profileId: ProfileId): Promise<StoredDraft | null> {
    const [row] = await this.unitOfWork.read<StoredDraft>(
      { tenant: tenantId },
      `SELECT d.document::text AS document, d.warnings::text AS warnings, d.version
       FROM profiles.drafts d WHERE d.tenant_id = $1 AND d.profile_id = $2 AND ${live}`,
      [tenantId, profileId],
    );
    return row ?? null;
  }

  /** The version of a draft, its row locked until the unit of work ends; null when there is no such profile. */
  async lock(tenantId: TenantId, profileId: ProfileId): Promise<LockedDraft | null> {
    const [row] = await this.unitOfWork.query<LockedDraft>(
      `SELECT d.version, d.content_hash AS "contentHash" FROM profiles.drafts d
       WHERE d.tenant_id = $1 AND d.profile_id = $2 AND ${live} FOR UPDATE OF d`,
      [tenantId, profileId],
    );
    return row ?? null;
  }

  /** Replaces a locked draft; returns the new version. */
  async replace(tenantId: TenantId, profileId: ProfileId, draft: DraftContent): Promise<string> {
    const [row] = await this.write<{ version: string }>(
      tenantId,
      `UPDATE profiles.drafts SET document = $3, warnings = $4, content_hash = $5, version = version + 1, updated_at = $6
       WHERE tenant_id = $1 AND profile_id = $2 RETURNING version`,
      [
        tenantId,
        profileId,
        JSON.stringify(draft.document),
        JSON.stringify(draft.warnings),
        draft.contentHash,
        draft.at,
      ],
    );
    if (!row) throw new Error('The draft that was locked is gone.');
    return row.version;
  }

  /** Writes within the tenant's storage quota. */
  private write<Row>(tenantId: TenantId, sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.quota.change(tenantId, () => this.unitOfWork.query<Row>(sql, parameters));
  }
}
