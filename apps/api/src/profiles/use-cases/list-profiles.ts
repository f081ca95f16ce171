import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../platform/ids/ids';
import { z } from 'zod';
import { Cursors } from '../../platform/paging/cursors';
import type { ProfileFilter, ProfileOrder } from '../domain/profile-order';
import { ProfileRepository, type ProfileSummary } from '../persistence/profile.repository';
import { type ListedProfile, ProfilePublications } from '../profile-publications';

const position = z.object({ value: z.string(), id: z.uuid() });

/** What a profile is ordered by, as text. */
const valueOf: Record<ProfileOrder, (profile: ProfileSummary) => string> = {
  created: ({ createdAt }) => createdAt.toISOString(),
  changed: ({ updatedAt }) => updatedAt.toISOString(),
  title: ({ title }) => title,
};

/** Lists the profiles of a tenant with their publications. */
@Injectable()
export class ListProfiles {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly publications: ProfilePublications,
    private readonly cursors: Cursors,
  ) {}

  /** One page in an order. @throws {DomainError} `request.invalid` for a cursor that is not of this order */
  async execute(
    tenantId: TenantId,
    { order = 'created', ...filter }: ProfileFilter & { order?: ProfileOrder },
    cursor: string | undefined,
    limit: number,
  ): Promise<{ profiles: ListedProfile[]; nextCursor: string | null }> {
    const list = `profiles.${order}`;
    const after = this.cursors.read(list, tenantId, cursor, position);
    const rows = await this.profiles.list(tenantId, { order, ...filter }, after, limit + 1);
    const profiles = await this.publications.addTo(tenantId, rows.slice(0, limit));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const next = last && { value: valueOf[order](last), id: last.id };
    return { profiles, nextCursor: next ? this.cursors.write(list, tenantId, next) : null };
  }
}
