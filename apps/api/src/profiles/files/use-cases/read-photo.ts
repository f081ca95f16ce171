import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/errors/problem';
import type { TenantId } from '../../../platform/ids/ids';
import { FileStorage, type StoredFile } from '../../../platform/storage/file-storage';
import { photoKey } from '../persistence/file.repository';
import { PhotoAddresses } from '../photo/photo-addresses';

/** Reads a photo for its owner, published or not, by an address that the API has signed. */
@Injectable()
export class ReadPhoto {
  constructor(
    private readonly storage: FileStorage,
    private readonly addresses: PhotoAddresses,
  ) {}

  /** @throws {DomainError} `not-found`, also for a wrong or expired signature */
  async execute(
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
