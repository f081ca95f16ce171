import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../../platform/clock/clock';
import { HeavyWork } from '../../../platform/heavy-work/heavy-work';
import type { ProfileId, TenantId } from '../../../platform/ids/ids';
import { FileStorage } from '../../../platform/storage/file-storage';
import type { Crop } from '../domain/crop';
import { fileBroken } from '../files.errors';
import type { FileEntity } from '../persistence/file.entity';
import { photoKey } from '../persistence/file.repository';
import { encodePhoto } from '../photo/encode-photo';
import type { EncodedSize } from '../photo/photo-sizes';
import { RequireProfile } from '../../use-cases/require-profile';
import { ReplaceFile } from './replace-file';

const mediaTypes = { webp: 'image/webp', jpg: 'image/jpeg' } as const;

/** Sets the photo of a profile: free, and visible at once where the profile is published. */
@Injectable()
export class UploadPhoto {
  constructor(
    private readonly heavyWork: HeavyWork,
    private readonly storage: FileStorage,
    private readonly requireProfile: RequireProfile,
    private readonly replaceFile: ReplaceFile,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `not-found`, `file.type`, `photo.pixels`, `photo.crop`, `file.broken`, `work.busy` */
  async execute(tenantId: TenantId, profileId: ProfileId, upload: Uint8Array, crop?: Crop): Promise<FileEntity> {
    await this.requireProfile.execute(tenantId, profileId);
    const sizes = await this.heavyWork.run(
      encodePhoto,
      { upload, crop },
      { turn: { queue: tenantId }, tooLarge: fileBroken },
    );
    await Promise.all(sizes.map((size) => this.store(tenantId, size)));
    return this.replaceFile.execute({
      tenantId,
      id: newId(),
      profileId,
      kind: 'photo',
      fileName: null,
      mediaType: mediaTypes.webp,
      bytes: sizes[0]?.webp.length ?? 0,
      sizes: sizes.map(({ width, hash }) => ({ width, hash })),
      createdAt: this.clock.now(),
    });
  }

  private async store(tenantId: TenantId, { hash, webp, jpg }: EncodedSize): Promise<void> {
    await this.storage.put(photoKey(tenantId, hash, 'webp'), webp, { mediaType: mediaTypes.webp });
    await this.storage.put(photoKey(tenantId, hash, 'jpg'), jpg, { mediaType: mediaTypes.jpg });
  }
}
