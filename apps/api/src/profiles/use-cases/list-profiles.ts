import { Injectable } from '@nestjs/common';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { Cursors, timePosition } from '../../platform/paging/cursors';
import { notFound } from '../../platform/errors/problem';
import { ProfileRepository, type ProfileSummary } from '../persistence/profile.repository';
import { ProfilePublications, type PublicationSummary } from './profile-publications';

const list = 'profiles';

/** A profile as the list shows it. */
export interface ListedProfile extends ProfileSummary {
  publication: PublicationSummary | null;
}

/** Finds profiles of a tenant. */
@Injectable()
export class ListProfiles {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly publications: ProfilePublications,
    private readonly cursors: Cursors,
  ) {}

  /** One page, newest first. @throws {DomainError} `request.invalid` for a cursor that is not ours */
  async page(
    tenantId: TenantId,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ profiles: ListedProfile[]; nextCursor: string | null }> {
    const after = this.cursors.read(list, tenantId, cursor, timePosition);
    const rows = await this.profiles.list(tenantId, after, limit + 1);
    const profiles = await this.withPublications(tenantId, rows.slice(0, limit));
    const last = profiles.at(-1);
    const more = rows.length > limit && last;
    const position = last && { at: last.createdAt.toISOString(), id: last.id };
    return { profiles, nextCursor: more ? this.cursors.write(list, tenantId, position) : null };
  }

  /** @throws {DomainError} `not-found` */
  async one(tenantId: TenantId, id: ProfileId): Promise<ListedProfile> {
    const found = await this.profiles.find(tenantId, id);
    const [profile] = await this.withPublications(tenantId, found ? [found] : []);
    if (!profile) throw notFound();
    return profile;
  }

  private async withPublications(tenantId: TenantId, profiles: ProfileSummary[]): Promise<ListedProfile[]> {
    const publications = await this.publications.of(
      tenantId,
      profiles.map(({ id }) => id),
    );
    return profiles.map((profile) => ({ ...profile, publication: publications.get(profile.id) ?? null }));
  }
}
