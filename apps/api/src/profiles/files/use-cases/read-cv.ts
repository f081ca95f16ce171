import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../../platform/ids/ids';
import { FileStorage } from '../../../platform/storage/file-storage';
import { cvKey, FileRepository } from '../persistence/file.repository';

/** Reads the CV of a profile for its owner, published or not. */
@Injectable()
export class ReadCv {
  constructor(
    private readonly files: FileRepository,
    private readonly storage: FileStorage,
  ) {}

  /** @throws {DomainError} `not-found` */
  async execute(tenantId: TenantId, profileId: ProfileId): Promise<{ bytes: Uint8Array; fileName: string }> {
    const cv = await this.files.find(tenantId, profileId, 'cv');
    const file = cv && (await this.storage.get(cvKey(tenantId, cv.id)));
    if (!file) throw notFound();
    return { bytes: file.bytes, fileName: cv.fileName ?? 'cv.pdf' };
  }
}
