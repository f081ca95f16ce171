import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { notFound } from '../../../platform/errors/problem';
import { ProfileLookup } from '../../persistence/profile-lookup';
import { ProfileChanges } from '../../profile-changes';
import type { FileEntity } from '../persistence/file.entity';
import { FileRepository } from '../persistence/file.repository';
import { UnusedBytes } from '../unused-bytes';

/** Replaces the photo or the CV of a profile; the change is visible at once. */
@Injectable()
export class ReplaceFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileLookup,
    private readonly files: FileRepository,
    private readonly changes: ProfileChanges,
    private readonly unusedBytes: UnusedBytes,
  ) {}

  /**
   * Call it after the bytes are stored: a crash before the commit leaves unreferenced bytes, never a row without bytes.
   * @throws {DomainError} `not-found`
   */
  async execute(file: FileEntity): Promise<FileEntity> {
    const { tenantId, profileId } = file;
    const unused = await this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!(await this.profiles.lock(tenantId, profileId))) throw notFound();
      const before = await this.files.replace(file);
      await this.changes.filesChanged(tenantId, profileId);
      return this.unusedBytes.keysOf(before);
    });
    await this.unusedBytes.delete(unused);
    return file;
  }
}
