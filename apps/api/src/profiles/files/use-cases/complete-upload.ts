import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/errors/domain-error';
import type { ProfileId, TenantId } from '../../../platform/ids/ids';
import { FileStorage } from '../../../platform/storage/file-storage';
import type { Crop } from '../domain/crop';
import type { FileEntity } from '../persistence/file.entity';
import { quarantineKey } from '../persistence/file.repository';
import { uploadAbsent, uploadExpired, uploadMismatch } from '../files.errors';
import { UploadTokens, type UploadPermit } from '../upload-tokens';
import { RequireProfile } from '../../use-cases/require-profile';
import { UploadCv } from './upload-cv';
import { UploadPhoto } from './upload-photo';

/** Completes an upload from quarantine: it is processed like a direct upload, and only its bytes decide its type. */
@Injectable()
export class CompleteUpload {
  constructor(
    private readonly requireProfile: RequireProfile,
    private readonly tokens: UploadTokens,
    private readonly storage: FileStorage,
    private readonly uploadPhoto: UploadPhoto,
    private readonly uploadCv: UploadCv,
  ) {}

  /**
   * @throws {DomainError} `not-found`, `upload.expired`, `upload.absent`, `upload.mismatch`, and the errors of
   * `UploadPhoto` and `UploadCv`; a rejected upload is deleted
   */
  async execute(tenantId: TenantId, profileId: ProfileId, token: string, crop?: Crop): Promise<FileEntity> {
    await this.requireProfile.execute(tenantId, profileId);
    const permit = this.tokens.verify(token);
    if (permit.tenantId !== tenantId || permit.profileId !== profileId) throw uploadExpired();
    const key = quarantineKey(tenantId, permit.id);
    const stored = await this.storage.get(key);
    if (!stored) throw uploadAbsent();
    try {
      if (stored.length !== permit.bytes) throw uploadMismatch();
      const file = await this.store(permit, stored.bytes, crop);
      await this.storage.delete(key);
      return file;
    } catch (error) {
      if (error instanceof DomainError) await this.storage.delete(key);
      throw error;
    }
  }

  private store({ kind, tenantId, profileId, fileName }: UploadPermit, bytes: Uint8Array, crop?: Crop) {
    if (kind === 'cv') return this.uploadCv.execute(tenantId, profileId, bytes, fileName);
    return this.uploadPhoto.execute(tenantId, profileId, bytes, crop);
  }
}
