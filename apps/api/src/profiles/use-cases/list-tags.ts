import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../platform/ids/ids';
import { ProfileRepository, type TagCount } from '../persistence/profile.repository';

/** Lists the tags that the profiles of a tenant have. */
@Injectable()
export class ListTags {
  constructor(private readonly profiles: ProfileRepository) {}

  /** The tags in alphabetical order, without those that only profiles in the trash have. */
  execute(tenantId: TenantId): Promise<TagCount[]> {
    return this.profiles.tags(tenantId);
  }
}
