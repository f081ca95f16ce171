import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { notFound } from '../../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../../platform/ids/ids';
import { FileStorage } from '../../../platform/storage/file-storage';
import type { FileEntity } from '../persistence/file.entity';
import { cvKey, FileRepository, photoExtensions, photoKey } from '../persistence/file.repository';
import { ProfileLookup } from '../../persistence/profile-lookup';
import { ProfileChanges } from '../../use-cases/profile-changes';

/** Replaces or removes a file; the change is visible at once. */
@Injectable()
export class ReplaceFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileLookup,
    private readonly files: FileRepository,
    private readonly changes: ProfileChanges,
    private readonly storage: FileStorage,
  ) {}

  /** @throws {DomainError} `not-found` */
  async requireProfile(tenantId: TenantId, profileId: ProfileId): Promise<void> {
    const exists = await this.unitOfWork.run({ tenant: tenantId }, () => this.profiles.exists(tenantId, profileId));
    if (!exists) throw notFound();
  }

  /** Call it after the bytes are stored: a crash before the commit leaves unreferenced bytes, never a row without bytes. */
  async execute(file: FileEntity): Promise<FileEntity> {
    const { tenantId, profileId } = file;
    const unused = await this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!(await this.profiles.lock(tenantId, profileId))) throw notFound();
      const before = await this.files.replace(file);
      await this.changes.filesChanged(tenantId, profileId);
      return before && this.unusedKeys(before);
    });
    await this.deleteAll(unused ?? []);
    return file;
  }

  /** Removes a file, if there is one. @throws {DomainError} `not-found` */
  async remove(tenantId: TenantId, profileId: ProfileId, kind: 'photo' | 'cv'): Promise<void> {
    const unused = await this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!(await this.profiles.lock(tenantId, profileId))) throw notFound();
      const before = await this.files.remove(tenantId, profileId, kind);
      await this.changes.filesChanged(tenantId, profileId);
      return before && this.unusedKeys(before);
    });
    await this.deleteAll(unused ?? []);
  }

  private async unusedKeys(file: FileEntity): Promise<string[]> {
    if (file.kind === 'cv') return [cvKey(file.tenantId, file.id)];
    const hashes = await this.files.unused(
      file.tenantId,
      file.sizes.map(({ hash }) => hash),
    );
    return hashes.flatMap((hash) => photoExtensions.map((extension) => photoKey(file.tenantId, hash, extension)));
  }

  private async deleteAll(keys: string[]): Promise<void> {
    await Promise.all(keys.map((key) => this.storage.delete(key)));
  }
}
