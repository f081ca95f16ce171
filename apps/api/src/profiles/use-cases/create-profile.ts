import { Injectable } from '@nestjs/common';
import { emptyDocument } from '@canar/profile-document';
import { v7 as newId } from 'uuid';
import { type Caller, FindMember } from '../../auth';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { ProfileId } from '../../platform/ids/ids';
import { contentHash } from '../domain/content-hash';
import { DraftRepository } from '../persistence/draft.repository';
import { ProfileRepository } from '../persistence/profile.repository';
import { tooManyProfiles } from '../profiles.errors';

/** The maximum number of profiles of a tenant. */
export const maxProfiles = 1_000;

/** Creates a profile with a draft that contains the name and email address of its owner. */
@Injectable()
export class CreateProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileRepository,
    private readonly drafts: DraftRepository,
    private readonly members: FindMember,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the profile. @throws {DomainError} `profiles.too-many` */
  async execute({ tenantId, userId }: Caller, title: string): Promise<ProfileId> {
    const { user } = await this.members.execute(userId, tenantId);
    const id = ProfileId(newId());
    const now = this.clock.now();
    const document = emptyDocument({ name: user.name, email: user.email });
    await this.unitOfWork.run({ tenant: tenantId }, async () => {
      if ((await this.profiles.count(tenantId)) >= maxProfiles) throw tooManyProfiles();
      await this.profiles.add({ tenantId, id, title, tags: [], createdAt: now, updatedAt: now, deletedAt: null });
      await this.drafts.add(tenantId, id, { document, warnings: [], contentHash: contentHash(document), at: now });
    });
    return id;
  }
}
