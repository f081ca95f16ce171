import { Injectable } from '@nestjs/common';
import type { UserId } from '../../../platform/ids/ids';
import { type Membership, OrganisationRepository } from '../persistence/organisation.repository';

/** Lists the tenants for which a person may act. */
@Injectable()
export class ListMemberships {
  constructor(private readonly organisations: OrganisationRepository) {}

  execute(userId: UserId): Promise<Membership[]> {
    return this.organisations.membershipsOf(userId);
  }
}
