import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/errors/problem';
import { FileStorage } from '../../../platform/storage/file-storage';
import { cvKey } from '../../../profiles';
import type { VisibleProfile } from './read-public-profile';

/** Reads the CV of a profile, where the publication shows it. */
@Injectable()
export class ReadPublicCv {
  constructor(private readonly storage: FileStorage) {}

  /** @throws {DomainError} `not-found` */
  async execute({ published }: VisibleProfile): Promise<{ bytes: Uint8Array; fileName: string }> {
    const { cv, showCv, tenantId } = published;
    const file = showCv && cv ? await this.storage.get(cvKey(tenantId, cv.id)) : null;
    if (!file) throw notFound();
    return { bytes: file.bytes, fileName: cv?.fileName ?? 'cv.pdf' };
  }
}
