import { Injectable } from '@nestjs/common';
import { FileStorage } from '../../../platform/storage/file-storage';
import { quarantineKey } from '../persistence/file.repository';
import { uploadMismatch } from '../files.errors';
import { UploadTokens } from '../upload-tokens';

/** Stores the bytes of an upload in quarantine when the file storage has no presigned PUT. */
@Injectable()
export class StoreUpload {
  constructor(
    private readonly tokens: UploadTokens,
    private readonly storage: FileStorage,
  ) {}

  /**
   * @param read reads the bytes; it is called for a valid token only
   * @throws {DomainError} `upload.expired`; `upload.mismatch` for another length or type than was declared
   */
  async execute(token: string, mediaType: string | undefined, read: () => Promise<Uint8Array>): Promise<void> {
    const permit = this.tokens.verify(token);
    if (mediaType !== permit.mediaType) throw uploadMismatch();
    const bytes = await read();
    if (bytes.byteLength !== permit.bytes) throw uploadMismatch();
    await this.storage.put(quarantineKey(permit.tenantId, permit.id), bytes, { mediaType });
  }
}
