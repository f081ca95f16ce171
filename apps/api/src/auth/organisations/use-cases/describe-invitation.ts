import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { mailedLinkInvalid } from '../../auth.errors';
import { tenantOfToken } from '../invitation-token';
import { type Invitation, InvitationRepository } from '../persistence/invitation.repository';
import { OrganisationRepository } from '../persistence/organisation.repository';

/** Tells the reader of an invitation what they are invited to. */
@Injectable()
export class DescribeInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationRepository,
    private readonly organisations: OrganisationRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `mailed-link.invalid` */
  async execute(token: string): Promise<Invitation & { organisation: string }> {
    const tenant = tenantOfToken(token);
    if (!tenant) throw mailedLinkInvalid();
    return this.unitOfWork.run({ tenant }, async () => {
      const invitation = await this.invitations.findByToken(token, this.clock.now());
      const organisation = invitation && (await this.organisations.lock(tenant));
      if (!invitation || organisation === null) throw mailedLinkInvalid();
      return { ...invitation, organisation };
    });
  }
}
