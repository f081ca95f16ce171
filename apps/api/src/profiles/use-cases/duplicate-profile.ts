import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import { ProfileId, TenantId } from '../../platform/ids/ids';
import { DraftRepository } from '../persistence/draft.repository';
import { ProfileRepository } from '../persistence/profile.repository';
import { tooManyProfiles } from '../profiles.errors';
import { CopyFiles } from '../files/copy-files';
import { maxProfiles } from './create-profile';

/** Creates a profile from the draft, the tags and the files of another; revisions and publication are not copied. */
@Injectable()
export class DuplicateProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileRepository,
    private readonly drafts: DraftRepository,
    private readonly files: CopyFiles,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the copy. @throws {DomainError} `not-found`, `profiles.too-many` */
  async execute(tenantId: TenantId, from: ProfileId, title: string): Promise<ProfileId> {
    const source = await this.profiles.find(tenantId, from);
    if (!source) throw notFound();
    const { tags } = source;
    const id = ProfileId(newId());
    const at = this.clock.now();
    const copies = await this.files.copyBytes(tenantId, from, id, at);
    await this.unitOfWork.run({ tenant: tenantId }, async () => {
      if ((await this.profiles.count(tenantId)) >= maxProfiles) throw tooManyProfiles();
      await this.profiles.add({ tenantId, id, title, tags, createdAt: at, updatedAt: at, deletedAt: null });
      if (!(await this.drafts.copy(tenantId, from, id, at))) throw notFound();
      await this.files.addRows(copies);
    });
    return id;
  }
}
