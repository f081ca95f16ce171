import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { TenantId } from '../../../platform/ids/ids';
import { type Invitation, InvitationRepository } from '../persistence/invitation.repository';

/** Lists the open invitations of a tenant, also those that have expired. */
@Injectable()
export class ListInvitations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationRepository,
  ) {}

  execute(tenant: TenantId): Promise<Invitation[]> {
    return this.unitOfWork.run({ tenant }, () => this.invitations.list());
  }
}
