import { Injectable } from '@nestjs/common';
import { isPdf } from '@canar/profile-import';
import { v7 as newId } from 'uuid';
import { Clock } from '../../../platform/clock/clock';
import type { ProfileId, TenantId } from '../../../platform/ids/ids';
import { isPlainText } from '../../../platform/text/plain-text';
import { FileStorage } from '../../../platform/storage/file-storage';
import type { FileEntity } from '../persistence/file.entity';
import { cvKey } from '../persistence/file.repository';
import { fileTypeRejected } from '../files.errors';
import { RequireProfile } from '../../use-cases/require-profile';
import { ReplaceFile } from './replace-file';

const mediaType = 'application/pdf';
const maxNameLength = 120;

/** Sets the CV of a profile; it is private unless the publication shows it. */
@Injectable()
export class UploadCv {
  constructor(
    private readonly storage: FileStorage,
    private readonly requireProfile: RequireProfile,
    private readonly replaceFile: ReplaceFile,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `not-found`, `file.type` when it is not a PDF, `storage.quota` */
  async execute(
    tenantId: TenantId,
    profileId: ProfileId,
    upload: Uint8Array,
    fileName: string | undefined,
  ): Promise<FileEntity> {
    await this.requireProfile.execute(tenantId, profileId);
    if (!isPdf(upload)) throw fileTypeRejected('A CV must be a PDF file.');
    const id = newId();
    await this.storage.put(cvKey(tenantId, id), upload, { mediaType });
    const file: FileEntity = {
      tenantId,
      id,
      profileId,
      kind: 'cv',
      fileName: downloadName(fileName),
      mediaType,
      bytes: upload.byteLength,
      sizes: [],
      createdAt: this.clock.now(),
    };
    try {
      return await this.replaceFile.execute(file);
    } catch (error) {
      await this.storage.delete(cvKey(tenantId, id));
      throw error;
    }
  }
}

/** The name of the file when it is downloaded; it never becomes part of a path. */
function downloadName(fileName: string | undefined): string {
  const base = (fileName ?? '').split(/[\\/]/).at(-1)?.slice(-maxNameLength) ?? '';
  return base && isPlainText(base) ? base : 'cv.pdf';
}
