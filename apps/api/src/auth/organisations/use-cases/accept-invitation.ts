import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { addressUnverified, invitedOther, mailedLinkInvalid } from '../../auth.errors';
import type { Caller } from '../../guards/caller.decorator';
import type { UserEntity } from '../../persistence/user.entity';
import { VerifyAddress } from '../../recovery/use-cases/verify-address';
import { FindMember } from '../../use-cases/find-member';
import { tenantOfToken } from '../invitation-token';
import { NewMembers } from '../new-members';
import { InvitationRepository } from '../persistence/invitation.repository';
import type { Membership } from '../persistence/organisation.repository';

/**
 * Makes a person a member, by the link that was mailed to their address, once. Who has just made the account in this
 * session has thereby confirmed the address; any other account needs a confirmed one, because a stranger may have made it.
 */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly findMember: FindMember,
    private readonly verifyAddress: VerifyAddress,
    private readonly invitations: InvitationRepository,
    private readonly members: NewMembers,
  ) {}

  /** A member keeps the role they have. @throws {DomainError} `mailed-link.invalid`, `invitation.other-address`, `email.unverified` */
  async execute(caller: Caller, token: string): Promise<Membership> {
    const tenant = tenantOfToken(token);
    if (!tenant) throw mailedLinkInvalid();
    return this.unitOfWork.run({ tenant }, async () => {
      const { invitation, name } = await this.members.begin(tenant, token);
      const { user } = await this.findMember.execute(caller.userId, caller.tenantId);
      if (user.emailKey !== invitation.emailKey) throw invitedOther();
      if (!user.emailVerifiedAt) await this.verify(user, caller);
      return { tenantId: tenant, name, role: await this.members.join(tenant, invitation, caller) };
    });
  }

  private async verify(user: UserEntity, { userId, sessionId }: Caller): Promise<void> {
    if (!(await this.invitations.hasRegistered(userId, sessionId))) throw addressUnverified();
    await this.verifyAddress.execute(user);
  }
}
