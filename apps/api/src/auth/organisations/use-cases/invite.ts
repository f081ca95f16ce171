import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { AuditLog } from '../../audit/audit-log';
import { memberExists, tooManyMembers } from '../../auth.errors';
import { emailKey } from '../../domain/email-key';
import type { Caller } from '../../guards/caller.decorator';
import { InvitationChecks } from '../invitation-checks';
import { MailedInvitations } from '../mailed-invitations';
import { type Invitation, InvitationRepository, type InvitedRole } from '../persistence/invitation.repository';

/** Members and open invitations together. */
const maxPlaces = 200;

/** Invites the reader of an address to the caller's tenant. */
@Injectable()
export class Invite {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationRepository,
    private readonly mailed: MailedInvitations,
    private readonly checks: InvitationChecks,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Invited again, the address gets a new link and the former one is void.
   * @throws {DomainError} `email.unverified`, `role.insufficient`, `member.exists`, `member.too-many`, `invitation.too-many`
   */
  execute(caller: Caller, email: string, role: InvitedRole): Promise<Invitation> {
    const { tenantId, userId, sessionId } = caller;
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      const { inviter, name } = await this.checks.begin(caller, role);
      if (await this.invitations.isMember(tenantId, emailKey(email))) throw memberExists();
      if ((await this.invitations.countPlaces(tenantId)) >= maxPlaces) throw tooManyMembers();
      const tenant = { id: tenantId, name };
      const invitation = await this.mailed.send({ tenant, inviter, email, role });
      await this.audit.record({ userId, sessionId, act: 'member.invited', reason: role });
      return invitation;
    });
  }
}
