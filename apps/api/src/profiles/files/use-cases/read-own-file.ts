import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../../platform/ids/ids';
import { FileStorage, type StoredFile } from '../../../platform/storage/file-storage';
import { PhotoAddresses } from '../photo/photo-addresses';
import { cvKey, FileRepository, photoKey } from '../persistence/file.repository';

/** Reads the files of their owner, published or not. */
@Injectable()
export class ReadOwnFile {
  constructor(
    private readonly files: FileRepository,
    private readonly storage: FileStorage,
    private readonly addresses: PhotoAddresses,
  ) {}

  /** @throws {DomainError} `not-found` */
  async cv(tenantId: TenantId, profileId: ProfileId): Promise<{ bytes: Uint8Array; fileName: string }> {
    const cv = await this.files.find(tenantId, profileId, 'cv');
    const file = cv && (await this.storage.get(cvKey(tenantId, cv.id)));
    if (!file) throw notFound();
    return { bytes: file.bytes, fileName: cv.fileName ?? 'cv.pdf' };
  }

  /** A photo by an address that we signed. @throws {DomainError} `not-found` also for a wrong or old signature */
  async photo(
    tenantId: TenantId,
    { hash, extension }: { hash: string; extension: string },
    until: number,
    signature: string,
  ): Promise<StoredFile> {
    if (!this.addresses.accepts(tenantId, hash, until, signature)) throw notFound();
    const file = await this.storage.get(photoKey(tenantId, hash, extension));
    if (!file) throw notFound();
    return file;
  }
}
