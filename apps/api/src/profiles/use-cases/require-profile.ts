import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { ProfileLookup } from '../persistence/profile-lookup';

/** Rejects a request for a profile that the tenant does not have, before anything else is checked. */
@Injectable()
export class RequireProfile {
  constructor(private readonly profiles: ProfileLookup) {}

  /** @throws {DomainError} `not-found` */
  async execute(tenantId: TenantId, profileId: ProfileId): Promise<void> {
    if (!(await this.profiles.exists(tenantId, profileId))) throw notFound();
  }
}
