import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { ProfileId, TenantId } from '../../../platform/ids/ids';
import { FileStorage, type PutAddress } from '../../../platform/storage/file-storage';
import { quarantineKey } from '../persistence/file.repository';
import { fileTooLarge, fileTypeRejected } from '../files.errors';
import { maxFileBytes } from '../read-upload';
import { UploadTokens, uploadLifetimeMs, type UploadPermit } from '../upload-tokens';
import { RequireProfile } from '../../use-cases/require-profile';

const mediaTypes = { photo: ['image/jpeg', 'image/png', 'image/webp'], cv: ['application/pdf'] };

/** What the client declares about a file that it wants to upload. */
export type UploadRequest = Pick<UploadPermit, 'kind' | 'mediaType' | 'bytes' | 'fileName'>;

/** A created upload and where its bytes go. */
export interface CreatedUpload extends PutAddress {
  token: string;
  expiresAt: Date;
}

/** Allows one file to be uploaded into quarantine: directly into S3, or through the API when files are on disk. */
@Injectable()
export class CreateUpload {
  constructor(
    private readonly requireProfile: RequireProfile,
    private readonly storage: FileStorage,
    private readonly tokens: UploadTokens,
  ) {}

  /** @throws {DomainError} `not-found`, `file.type`, `file.too-large` */
  async execute(tenantId: TenantId, profileId: ProfileId, file: UploadRequest): Promise<CreatedUpload> {
    await this.requireProfile.execute(tenantId, profileId);
    if (!mediaTypes[file.kind].includes(file.mediaType)) throw fileTypeRejected();
    if (file.bytes > maxFileBytes) throw fileTooLarge();
    const id = newId();
    const { token, expiresAt } = this.tokens.sign({ ...file, id, tenantId, profileId });
    const direct = await this.storage.putAddress(quarantineKey(tenantId, id), {
      mediaType: file.mediaType,
      bytes: file.bytes,
      seconds: uploadLifetimeMs / 1_000,
    });
    const through = { url: `/api/uploads?ticket=${token}`, headers: { 'content-type': file.mediaType } };
    return { token, expiresAt, ...(direct ?? through) };
  }
}
