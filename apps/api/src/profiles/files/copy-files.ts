import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { FileStorage } from '../../platform/storage/file-storage';
import type { FileEntity } from './persistence/file.entity';
import { cvKey, FileRepository } from './persistence/file.repository';

/** Copies the files of a profile to another profile of the tenant, in two steps of its duplication. */
@Injectable()
export class CopyFiles {
  constructor(
    private readonly files: FileRepository,
    private readonly storage: FileStorage,
  ) {}

  /**
   * Copies the bytes and returns the rows of the other profile; call it before the transaction that stores these. Photos are
   * stored by content, so that both profiles share one.
   */
  async copyBytes(tenantId: TenantId, from: ProfileId, to: ProfileId, at: Date): Promise<FileEntity[]> {
    const copies: FileEntity[] = [];
    for (const kind of ['photo', 'cv'] as const) {
      const file = await this.files.find(tenantId, from, kind);
      if (!file) continue;
      const copy = { ...file, id: newId(), profileId: to, createdAt: at };
      if (kind === 'photo' || (await this.copyCv(tenantId, file.id, copy.id))) copies.push(copy);
    }
    return copies;
  }

  /** Stores the rows of the copies; part of the caller's unit of work. */
  async addRows(copies: readonly FileEntity[]): Promise<void> {
    for (const copy of copies) await this.files.replace(copy);
  }

  private async copyCv(tenantId: TenantId, from: string, to: string): Promise<boolean> {
    const cv = await this.storage.get(cvKey(tenantId, from));
    if (cv) await this.storage.put(cvKey(tenantId, to), cv.bytes, { mediaType: cv.mediaType });
    return cv !== null;
  }
}
