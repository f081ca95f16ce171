import { Injectable } from '@nestjs/common';
import { FileStorage } from '../../platform/storage/file-storage';
import type { FileEntity } from './persistence/file.entity';
import { cvKey, FileRepository, photoExtensions, photoKey } from './persistence/file.repository';

/** The step with which every replacement of a file ends: bytes that no row references any more are deleted. */
@Injectable()
export class UnusedBytes {
  constructor(
    private readonly files: FileRepository,
    private readonly storage: FileStorage,
  ) {}

  /** The storage keys that only this replaced file used; part of the caller's unit of work. */
  async keysOf(replaced: FileEntity | null): Promise<string[]> {
    if (!replaced) return [];
    const { tenantId, kind, id, sizes } = replaced;
    if (kind === 'cv') return [cvKey(tenantId, id)];
    const hashes = await this.files.unused(
      tenantId,
      sizes.map(({ hash }) => hash),
    );
    return hashes.flatMap((hash) => photoExtensions.map((extension) => photoKey(tenantId, hash, extension)));
  }

  /** Call it after the commit. */
  async delete(keys: readonly string[]): Promise<void> {
    await Promise.all(keys.map((key) => this.storage.delete(key)));
  }
}
