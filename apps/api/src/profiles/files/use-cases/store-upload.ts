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

  /** @throws {DomainError} `upload.expired`; `upload.mismatch` for another length or type than was announced */
  async execute(token: string, mediaType: string | undefined, bytes: Uint8Array): Promise<void> {
    const permit = this.tokens.verify(token);
    if (mediaType !== permit.mediaType || bytes.byteLength !== permit.bytes) throw uploadMismatch();
    await this.storage.put(quarantineKey(permit.tenantId, permit.id), bytes, { mediaType });
  }
}
