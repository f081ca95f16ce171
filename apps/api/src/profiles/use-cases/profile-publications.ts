import { Injectable } from '@nestjs/common';
import type { ProfileId, TenantId } from '../../platform/ids/ids';

/** The publication of a profile as the API returns it; only its publisher knows all of its fields. */
export interface PublicationSummary {
  slug: string;
  url: string;
  template: string;
}

type ReadPublications = (tenantId: TenantId, profileIds: ProfileId[]) => Promise<Map<ProfileId, PublicationSummary>>;

/** Reads the publications of listed profiles from the module that owns them, which registers itself here. */
@Injectable()
export class ProfilePublications {
  private read: ReadPublications = () => Promise.resolve(new Map());

  register(read: ReadPublications): void {
    this.read = read;
  }

  /** The publications of those profiles that are published, by the id of the profile. */
  async of(tenantId: TenantId, profileIds: ProfileId[]): Promise<Map<ProfileId, PublicationSummary>> {
    return profileIds.length > 0 ? this.read(tenantId, profileIds) : new Map();
  }
}
