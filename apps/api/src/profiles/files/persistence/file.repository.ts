import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ProfileId, TenantId } from '../../../platform/ids/ids';
import { StorageQuota } from '../../persistence/storage-quota';
import { FileEntity } from './file.entity';

/** The storage key of a photo in one size and format. */
export function photoKey(tenantId: TenantId, hash: string, extension: string): string {
  return `tenants/${tenantId}/photos/${hash}.${extension}`;
}

/** The storage key of a CV. */
export function cvKey(tenantId: TenantId, fileId: string): string {
  return `tenants/${tenantId}/cvs/${fileId}.pdf`;
}

/** The prefix of uploads that are not verified yet; nothing serves them. */
export const quarantine = 'quarantine/';

/** The storage key of an upload that is not completed. */
export function quarantineKey(tenantId: TenantId, uploadId: string): string {
  return `${quarantine}${tenantId}/${uploadId}`;
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ownKey = new RegExp(`^tenants/(${uuid})/(?:photos/([0-9a-f]{64})\\.(?:webp|jpg)|cvs/(${uuid})\\.pdf)$`);

/** A parsed storage key: a photo by its hash, or a CV by its id. */
export interface FileKey {
  key: string;
  tenantId: TenantId;
  name: string;
}

/** Parses a storage key; null when it is not the key of a photo or a CV. */
export function readFileKey(key: string): FileKey | null {
  const [, tenantId, hash, id] = ownKey.exec(key) ?? [];
  const name = hash ?? id;
  return tenantId !== undefined && name !== undefined ? { key, tenantId: TenantId(tenantId), name } : null;
}

/** The formats in which each photo size is stored. */
export const photoExtensions = ['webp', 'jpg'] as const;

/** Stores the rows of files; their bytes are in the file storage. */
@Injectable()
export class FileRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly quota: StorageQuota,
  ) {}

  find(tenantId: TenantId, profileId: ProfileId, kind: 'photo' | 'cv'): Promise<FileEntity | null> {
    return this.unitOfWork.run({ tenant: tenantId }, () =>
      this.unitOfWork.manager.findOneBy(FileEntity, { tenantId, profileId, kind }),
    );
  }

  /** Replaces a file; returns the one before it. @throws {DomainError} `storage.quota` */
  replace(file: FileEntity): Promise<FileEntity | null> {
    return this.quota.change(file.tenantId, () => this.replaceRows(file));
  }

  private async replaceRows(file: FileEntity): Promise<FileEntity | null> {
    const before = await this.remove(file.tenantId, file.profileId, file.kind);
    await this.unitOfWork.manager.insert(FileEntity, file);
    await this.unitOfWork.query(
      `INSERT INTO profiles.media (tenant_id, hash, extension, file_id)
       SELECT $1, hash, extension, $2 FROM unnest($3::text[]) AS hash, unnest($4::text[]) AS extension`,
      [file.tenantId, file.id, file.sizes.map(({ hash }) => hash), photoExtensions],
    );
    return before;
  }

  /** Deletes the row of a file and returns it. */
  async remove(tenantId: TenantId, profileId: ProfileId, kind: 'photo' | 'cv'): Promise<FileEntity | null> {
    const { manager } = this.unitOfWork;
    const before = await manager.findOneBy(FileEntity, { tenantId, profileId, kind });
    if (before) await manager.delete(FileEntity, { tenantId, id: before.id });
    return before;
  }

  /** Those of these photo hashes and CV ids that no row of the tenant references. */
  async unnamed(tenantId: TenantId, names: string[]): Promise<Set<string>> {
    const rows = await this.unitOfWork.read<{ name: string }>(
      { tenant: tenantId },
      `SELECT name FROM unnest($2::text[]) AS name
       WHERE NOT EXISTS (SELECT 1 FROM profiles.media m WHERE m.tenant_id = $1 AND m.hash = name)
         AND NOT EXISTS (SELECT 1 FROM profiles.files f WHERE f.tenant_id = $1 AND f.id::text = name)`,
      [tenantId, names],
    );
    return new Set(rows.map(({ name }) => name));
  }

  /** Those of these hashes that no photo of the tenant references. */
  async unused(tenantId: TenantId, hashes: string[]): Promise<string[]> {
    const rows = await this.unitOfWork.query<{ hash: string }>(
      `SELECT hash FROM unnest($2::text[]) AS hash
       WHERE NOT EXISTS (SELECT 1 FROM profiles.media m WHERE m.tenant_id = $1 AND m.hash = hash.hash)`,
      [tenantId, hashes],
    );
    return rows.map(({ hash }) => hash);
  }
}
