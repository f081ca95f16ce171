import { Injectable } from '@nestjs/common';
import { FileStorage } from '../../../platform/storage/file-storage';
import { quarantineKey } from '../persistence/file.repository';
import { uploadMismatch } from '../files.errors';
import { UploadTokens } from '../upload-tokens';

/** Puts the bytes of an allowed upload into quarantine, where the store has no door of its own. */
@Injectable()
export class StoreUpload {
  constructor(
    private readonly tokens: UploadTokens,
    private readonly storage: FileStorage,
  ) {}

  /** @throws {DomainError} `upload.expired`; `upload.mismatch` for another length or type than was announced */
  async execute(word: string, mediaType: string | undefined, bytes: Uint8Array): Promise<void> {
    const ticket = this.tokens.open(word);
    if (mediaType !== ticket.mediaType || bytes.byteLength !== ticket.bytes) throw uploadMismatch();
    await this.storage.put(quarantineKey(ticket.tenantId, ticket.id), bytes, { mediaType });
  }
}
