import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { ProfileId, RevisionId, TenantId, UserId } from '../../platform/ids/ids';

/** A revision without its document. */
export interface RevisionRow {
  id: RevisionId;
  number: number;
  /** what the owner calls it */
  name: string | null;
  createdAt: Date;
  undone: boolean;
}

/** A revision with its document as text. */
export interface RevisionWithDocument extends RevisionRow {
  document: string;
}

const columns = `r.id, r.number, r.name, r.created_at AS "createdAt", r.undone_at IS NOT NULL AS undone`;

/** Stores revisions: numbered from 1, immutable, marked when undone, never deleted alone. */
@Injectable()
export class RevisionRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The latest revision that is not undone, with its content hash; call it with the draft locked. */
  async latest(tenantId: TenantId, profileId: ProfileId): Promise<(RevisionRow & { contentHash: Buffer }) | null> {
    const [row] = await this.unitOfWork.query<RevisionRow & { contentHash: Buffer }>(
      `SELECT ${columns}, r.content_hash AS "contentHash" FROM profiles.revisions r
       WHERE r.tenant_id = $1 AND r.profile_id = $2 AND r.undone_at IS NULL ORDER BY r.number DESC LIMIT 1`,
      [tenantId, profileId],
    );
    return row ?? null;
  }

  /** Stores the draft, as it is in the database, as the next revision. */
  async addFromDraft(
    tenantId: TenantId,
    profileId: ProfileId,
    created: { id: RevisionId; by: UserId; at: Date },
  ): Promise<RevisionRow> {
    const [row] = await this.unitOfWork.query<RevisionRow>(
      `WITH numbered AS (
         UPDATE profiles.profiles SET last_number = last_number + 1, updated_at = $5
         WHERE tenant_id = $1 AND id = $2 RETURNING last_number)
       INSERT INTO profiles.revisions AS r (tenant_id, id, profile_id, number, document, content_hash, created_by, created_at)
       SELECT d.tenant_id, $3, d.profile_id, n.last_number, d.document, d.content_hash, $4, $5
       FROM profiles.drafts d, numbered n WHERE d.tenant_id = $1 AND d.profile_id = $2
       RETURNING ${columns}`,
      [tenantId, profileId, created.id, created.by, created.at],
    );
    if (!row) throw new Error('The draft that was locked is gone.');
    return row;
  }

  /** A revision by its number, or null. */
  async find(tenantId: TenantId, profileId: ProfileId, number: number): Promise<RevisionWithDocument | null> {
    const [row] = await this.unitOfWork.read<RevisionWithDocument>(
      { tenant: tenantId },
      `SELECT ${columns}, r.document::text AS document FROM profiles.revisions r
       JOIN profiles.profiles p ON p.tenant_id = r.tenant_id AND p.id = r.profile_id AND p.deleted_at IS NULL
       WHERE r.tenant_id = $1 AND r.profile_id = $2 AND r.number = $3`,
      [tenantId, profileId, number],
    );
    return row ?? null;
  }

  /** The number of the latest revision that is not undone. */
  async latestNumber(tenantId: TenantId, profileId: ProfileId): Promise<number | null> {
    const [row] = await this.unitOfWork.read<{ number: number | null }>(
      { tenant: tenantId },
      'SELECT max(number) AS number FROM profiles.revisions WHERE tenant_id = $1 AND profile_id = $2 AND undone_at IS NULL',
      [tenantId, profileId],
    );
    return row?.number ?? null;
  }

  /** Revisions below a number, newest first. */
  list(tenantId: TenantId, profileId: ProfileId, below: number | undefined, limit: number): Promise<RevisionRow[]> {
    return this.unitOfWork.read<RevisionRow>(
      { tenant: tenantId },
      `SELECT ${columns} FROM profiles.revisions r
       WHERE r.tenant_id = $1 AND r.profile_id = $2 AND ($3::int IS NULL OR r.number < $3) ORDER BY r.number DESC LIMIT $4`,
      [tenantId, profileId, below ?? null, limit],
    );
  }

  /** True when there is another revision that is not undone. */
  async hasOther(tenantId: TenantId, profileId: ProfileId, number: number): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT 1 FROM profiles.revisions
       WHERE tenant_id = $1 AND profile_id = $2 AND number <> $3 AND undone_at IS NULL LIMIT 1`,
      [tenantId, profileId, number],
    );
    return rows.length > 0;
  }

  /** Gives a revision of a profile that is not in the trash a name, or none; null when there is no such revision. */
  async name(
    tenantId: TenantId,
    profileId: ProfileId,
    number: number,
    name: string | null,
  ): Promise<RevisionRow | null> {
    const [row] = await this.unitOfWork.query<RevisionRow>(
      `UPDATE profiles.revisions r SET name = $4 FROM profiles.profiles p
       WHERE r.tenant_id = $1 AND r.profile_id = $2 AND r.number = $3
         AND p.tenant_id = r.tenant_id AND p.id = r.profile_id AND p.deleted_at IS NULL
       RETURNING ${columns}`,
      [tenantId, profileId, number, name],
    );
    return row ?? null;
  }

  async markUndone(tenantId: TenantId, id: RevisionId, at: Date): Promise<void> {
    await this.unitOfWork.query('UPDATE profiles.revisions SET undone_at = $3 WHERE tenant_id = $1 AND id = $2', [
      tenantId,
      id,
      at,
    ]);
  }

  /** The title of the profile, also from the trash, and the number of each revision, for the statement. */
  subjects(
    tenantId: TenantId,
    ids: RevisionId[],
  ): Promise<{ id: RevisionId; profileId: ProfileId; profileTitle: string; revisionNumber: number }[]> {
    return this.unitOfWork.read(
      { tenant: tenantId },
      `SELECT r.id, r.profile_id AS "profileId", p.title AS "profileTitle", r.number AS "revisionNumber"
       FROM profiles.revisions r JOIN profiles.profiles p ON p.tenant_id = r.tenant_id AND p.id = r.profile_id
       WHERE r.tenant_id = $1 AND r.id = ANY($2)`,
      [tenantId, ids],
    );
  }
}
