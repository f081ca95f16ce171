import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/errors/problem';
import { FileStorage, type StoredFile } from '../../../platform/storage/file-storage';
import { photoKey } from '../../../profiles';
import type { VisibleProfile } from './read-public-profile';

/** Reads the photo below a page that is not public. */
@Injectable()
export class ReadPagePhoto {
  constructor(private readonly storage: FileStorage) {}

  /** @throws {DomainError} `not-found` */
  async execute({ published }: VisibleProfile, hash: string, extension: string): Promise<StoredFile> {
    const isPublished = published.photo?.sizes.some((size) => size.hash === hash);
    const file = isPublished ? await this.storage.get(photoKey(published.tenantId, hash, extension)) : null;
    if (!file) throw notFound();
    return file;
  }
}
