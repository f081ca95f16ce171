import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/errors/domain-error';
import { FileStorage } from '../../../platform/storage/file-storage';
import type { Crop } from '../domain/crop';
import type { FileEntity } from '../persistence/file.entity';
import { quarantineKey } from '../persistence/file.repository';
import { uploadAbsent, uploadExpired, uploadMismatch } from '../files.errors';
import { UploadTokens, type UploadPermit } from '../upload-tokens';
import { ReplaceFile } from './replace-file';
import { UploadCv } from './upload-cv';
import { UploadPhoto } from './upload-photo';

/** Takes an upload out of quarantine: it goes the way of every other upload, and its bytes alone say what it is. */
@Injectable()
export class CompleteUpload {
  constructor(
    private readonly replaceFile: ReplaceFile,
    private readonly tokens: UploadTokens,
    private readonly storage: FileStorage,
    private readonly uploadPhoto: UploadPhoto,
    private readonly uploadCv: UploadCv,
  ) {}

  /**
   * @throws {DomainError} `not-found`, `upload.expired`, `upload.absent`, `upload.mismatch`, and what a photo or a CV is refused
   * for; a refused upload is gone
   */
  async execute(tenantId: string, profileId: string, word: string, crop?: Crop): Promise<FileEntity> {
    await this.replaceFile.requireProfile(tenantId, profileId);
    const ticket = this.tokens.open(word);
    if (ticket.tenantId !== tenantId || ticket.profileId !== profileId) throw uploadExpired();
    const key = quarantineKey(tenantId, ticket.id);
    const waiting = await this.storage.get(key);
    if (!waiting) throw uploadAbsent();
    try {
      if (waiting.length !== ticket.bytes) throw uploadMismatch();
      const kept = await this.keep(ticket, waiting.bytes, crop);
      await this.storage.delete(key);
      return kept;
    } catch (error) {
      if (error instanceof DomainError) await this.storage.delete(key);
      throw error;
    }
  }

  private keep({ kind, tenantId, profileId, fileName }: UploadPermit, bytes: Uint8Array, crop?: Crop) {
    if (kind === 'cv') return this.uploadCv.execute(tenantId, profileId, bytes, fileName);
    return this.uploadPhoto.execute(tenantId, profileId, bytes, crop);
  }
}
