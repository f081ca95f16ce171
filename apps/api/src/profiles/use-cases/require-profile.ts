import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/errors/problem';
import { ProfileRepository } from '../persistence/profile.repository';

/** Refuses a request for a profile that the tenant does not have, before anything else is looked at. */
@Injectable()
export class RequireProfile {
  constructor(private readonly profiles: ProfileRepository) {}

  /** @throws {DomainError} `not-found` */
  async run(tenantId: string, profileId: string): Promise<void> {
    if (!(await this.profiles.exists(tenantId, profileId))) throw notFound();
  }
}
