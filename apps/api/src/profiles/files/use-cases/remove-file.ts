import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { notFound } from '../../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../../platform/ids/ids';
import { ProfileLookup } from '../../persistence/profile-lookup';
import { ProfileChanges } from '../../profile-changes';
import { FileRepository } from '../persistence/file.repository';
import { UnusedBytes } from '../unused-bytes';

/** Removes the photo or the CV of a profile, if there is one; the change is visible at once. */
@Injectable()
export class RemoveFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileLookup,
    private readonly files: FileRepository,
    private readonly changes: ProfileChanges,
    private readonly unusedBytes: UnusedBytes,
  ) {}

  /** @throws {DomainError} `not-found` when there is no such profile */
  async execute(tenantId: TenantId, profileId: ProfileId, kind: 'photo' | 'cv'): Promise<void> {
    const unused = await this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!(await this.profiles.lock(tenantId, profileId))) throw notFound();
      const before = await this.files.remove(tenantId, profileId, kind);
      await this.changes.filesChanged(tenantId, profileId);
      return this.unusedBytes.keysOf(before);
    });
    await this.unusedBytes.delete(unused);
  }
}
