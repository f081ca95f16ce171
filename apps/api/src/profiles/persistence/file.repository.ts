import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { FileEntity } from './file.entity';

/** Where the bytes of a photo size are kept. */
export function photoKey(tenantId: string, hash: string, extension: string): string {
  return `tenants/${tenantId}/photos/${hash}.${extension}`;
}

/** Where the bytes of a CV are kept. */
export function cvKey(tenantId: string, fileId: string): string {
  return `tenants/${tenantId}/cvs/${fileId}.pdf`;
}

/** The forms in which each photo size is kept. */
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
