import { Injectable } from '@nestjs/common';
import { Cursors, timePosition } from '../../platform/paging/cursors';
import { notFound } from '../../platform/errors/problem';
import { ProfileRepository, type ProfileSummary } from '../persistence/profile.repository';

const list = 'profiles';

/** Finds profiles of a tenant. */
@Injectable()
export class ListProfiles {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly cursors: Cursors,
  ) {}

  /** One page, newest first. @throws {DomainError} `request.invalid` for a cursor that is not ours */
  async page(
    tenantId: string,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ profiles: ProfileSummary[]; nextCursor: string | null }> {
    const after = this.cursors.read(list, tenantId, cursor, timePosition);
    const found = await this.profiles.list(tenantId, after, limit + 1);
    const profiles = found.slice(0, limit);
    const last = profiles.at(-1);
    const more = found.length > limit && last;
    const position = last && { at: last.createdAt.toISOString(), id: last.id };
    return { profiles, nextCursor: more ? this.cursors.write(list, tenantId, position) : null };
  }

  /** @throws {DomainError} `not-found` */
  async one(tenantId: string, id: string): Promise<ProfileSummary> {
    const profile = await this.profiles.find(tenantId, id);
    if (!profile) throw notFound();
    return profile;
  }
}
