import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { FileEntity } from './file.entity';

/** Where the bytes of a photo size are kept. */
export function photoKey(tenantId: string, hash: string, extension: string): string {
  return `tenants/${tenantId}/photos/${hash}.${extension}`;
}

/** Where the bytes of a CV are kept. */
export function cvKey(tenantId: string, fileId: string): string {
  return `tenants/${tenantId}/cvs/${fileId}.pdf`;
}

/** Where bytes wait that a browser has put and nobody has looked at. No address leads here. */
export const quarantine = 'quarantine/';

/** Where the bytes of an upload wait. */
export function quarantineKey(tenantId: string, uploadId: string): string {
  return `${quarantine}${tenantId}/${uploadId}`;
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ownKey = new RegExp(`^tenants/(${uuid})/(?:photos/([0-9a-f]{64})\\.(?:webp|jpg)|cvs/(${uuid})\\.pdf)$`);

/** A key of ours, taken apart: a photo by its hash, or a CV by its id. */
export interface FileKey {
  key: string;
  tenantId: string;
  name: string;
}

/** Takes a key apart; null when it is none of a photo or a CV. */
export function readFileKey(key: string): FileKey | null {
  const [, tenantId, hash, id] = ownKey.exec(key) ?? [];
  const name = hash ?? id;
  return tenantId !== undefined && name !== undefined ? { key, tenantId, name } : null;
}

/** The formats in which each photo size is kept. */
export const photoExtensions = ['webp', 'jpg'] as const;

/** Keeps what is known of uploaded files; the bytes are in the file storage. */
@Injectable()
export class FileRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(tenantId: string, profileId: string, kind: 'photo' | 'cv'): Promise<FileEntity | null> {
    return this.unitOfWork.run({ tenant: tenantId }, () =>
      this.unitOfWork.manager.findOneBy(FileEntity, { tenantId, profileId, kind }),
    );
  }

  /** Puts a file in the place of the one before it, which it gives back. */
  async replace(file: FileEntity): Promise<FileEntity | null> {
    const before = await this.remove(file.tenantId, file.profileId, file.kind);
    await this.unitOfWork.manager.insert(FileEntity, file);
    await this.unitOfWork.query(
      `INSERT INTO profiles.media (tenant_id, hash, extension, file_id)
       SELECT $1, hash, extension, $2 FROM unnest($3::text[]) AS hash, unnest($4::text[]) AS extension`,
      [file.tenantId, file.id, file.sizes.map(({ hash }) => hash), photoExtensions],
    );
    return before;
  }

  /** Forgets a file, and gives back what it was. */
  async remove(tenantId: string, profileId: string, kind: 'photo' | 'cv'): Promise<FileEntity | null> {
    const { manager } = this.unitOfWork;
    const before = await manager.findOneBy(FileEntity, { tenantId, profileId, kind });
    if (before) await manager.delete(FileEntity, { tenantId, id: before.id });
    return before;
  }

  /** Which of these hashes of photos and ids of CVs no row of the tenant names. */
  async unnamed(tenantId: string, names: string[]): Promise<Set<string>> {
    const rows = await this.unitOfWork.read<{ name: string }>(
      { tenant: tenantId },
      `SELECT name FROM unnest($2::text[]) AS name
       WHERE NOT EXISTS (SELECT 1 FROM profiles.media m WHERE m.tenant_id = $1 AND m.hash = name)
         AND NOT EXISTS (SELECT 1 FROM profiles.files f WHERE f.tenant_id = $1 AND f.id::text = name)`,
      [tenantId, names],
    );
    return new Set(rows.map(({ name }) => name));
  }

  /** Which of these hashes no file of the tenant shows any more. */
  async unused(tenantId: string, hashes: string[]): Promise<string[]> {
    const rows = await this.unitOfWork.query<{ hash: string }>(
      `SELECT hash FROM unnest($2::text[]) AS hash
       WHERE NOT EXISTS (SELECT 1 FROM profiles.media m WHERE m.tenant_id = $1 AND m.hash = hash.hash)`,
      [tenantId, hashes],
    );
    return rows.map(({ hash }) => hash);
  }
}
