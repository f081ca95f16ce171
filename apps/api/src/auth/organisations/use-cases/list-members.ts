import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../../platform/ids/ids';
import { type OrganisationMember, OrganisationRepository } from '../persistence/organisation.repository';

/** Lists the members of a tenant. */
@Injectable()
export class ListMembers {
  constructor(private readonly organisations: OrganisationRepository) {}

  execute(tenantId: TenantId): Promise<OrganisationMember[]> {
    return this.organisations.membersOf(tenantId);
  }
}
