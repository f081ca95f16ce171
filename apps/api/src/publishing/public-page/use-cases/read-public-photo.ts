import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { notFound } from '../../../platform/errors/problem';
import { FileStorage, type StoredFile } from '../../../platform/storage/file-storage';
import { photoKey } from '../../../profiles';
import { PublicProfileRepository } from '../persistence/public-profile.repository';

/** Reads a photo by its hash, where a public page shows it. */
@Injectable()
export class ReadPublicPhoto {
  constructor(
    private readonly profiles: PublicProfileRepository,
    private readonly storage: FileStorage,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `not-found` */
  async execute(hash: string, extension: string): Promise<StoredFile> {
    const owner = await this.profiles.mediaOwner(hash, extension, this.clock.now());
    const file = owner ? await this.storage.get(photoKey(owner, hash, extension)) : null;
    if (!file) throw notFound();
    return file;
  }
}
