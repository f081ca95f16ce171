import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/errors/problem';
import { ProfileLookup } from '../persistence/profile-lookup';

/** Refuses a request for a profile that the tenant does not have, before anything else is looked at. */
@Injectable()
export class RequireProfile {
  constructor(private readonly profiles: ProfileLookup) {}

  /** @throws {DomainError} `not-found` */
  async execute(tenantId: string, profileId: string): Promise<void> {
    if (!(await this.profiles.exists(tenantId, profileId))) throw notFound();
  }
}
