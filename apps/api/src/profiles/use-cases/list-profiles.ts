import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../platform/ids/ids';
import { Cursors, timePosition } from '../../platform/paging/cursors';
import { ProfileRepository } from '../persistence/profile.repository';
import { type ListedProfile, ProfilePublications } from '../profile-publications';

const list = 'profiles';

/** Lists the profiles of a tenant with their publications. */
@Injectable()
export class ListProfiles {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly publications: ProfilePublications,
    private readonly cursors: Cursors,
  ) {}

  /** One page, newest first. @throws {DomainError} `request.invalid` for a cursor that is not ours */
  async execute(
    tenantId: TenantId,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ profiles: ListedProfile[]; nextCursor: string | null }> {
    const after = this.cursors.read(list, tenantId, cursor, timePosition);
    const rows = await this.profiles.list(tenantId, after, limit + 1);
    const profiles = await this.publications.addTo(tenantId, rows.slice(0, limit));
    const last = profiles.at(-1);
    const more = rows.length > limit && last;
    const position = last && { at: last.createdAt.toISOString(), id: last.id };
    return { profiles, nextCursor: more ? this.cursors.write(list, tenantId, position) : null };
  }
}
