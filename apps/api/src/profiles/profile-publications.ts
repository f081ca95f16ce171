import { Injectable } from '@nestjs/common';
import type { ProfileId, TenantId } from '../platform/ids/ids';
import type { ProfileSummary } from './persistence/profile.repository';

/** The publication of a profile as the API returns it; only its publisher knows all of its fields. */
export interface PublicationSummary {
  slug: string;
  url: string;
}

/** A profile with its publication, as the API lists it. */
export interface ListedProfile extends ProfileSummary {
  publication: PublicationSummary | null;
}

type ReadPublications = (tenantId: TenantId, profileIds: ProfileId[]) => Promise<Map<ProfileId, PublicationSummary>>;

/** Reads the publications of listed profiles from the module that owns them, which registers itself here. */
@Injectable()
export class ProfilePublications {
  private read: ReadPublications = () => Promise.resolve(new Map());

  register(read: ReadPublications): void {
    this.read = read;
  }

  /** Adds to each profile its publication, or null when it is not published. */
  async addTo(tenantId: TenantId, profiles: ProfileSummary[]): Promise<ListedProfile[]> {
    if (profiles.length === 0) return [];
    const publications = await this.read(
      tenantId,
      profiles.map(({ id }) => id),
    );
    return profiles.map((profile) => ({ ...profile, publication: publications.get(profile.id) ?? null }));
  }
}
