import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { ProfileRepository } from '../persistence/profile.repository';
import { type ListedProfile, ProfilePublications } from '../profile-publications';

/** Reads one profile with its publication. */
@Injectable()
export class ReadProfile {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly publications: ProfilePublications,
  ) {}

  /** @throws {DomainError} `not-found` */
  async execute(tenantId: TenantId, id: ProfileId): Promise<ListedProfile> {
    const stored = await this.profiles.find(tenantId, id);
    const [profile] = await this.publications.addTo(tenantId, stored ? [stored] : []);
    if (!profile) throw notFound();
    return profile;
  }
}
