import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { notFound } from '../../../platform/errors/problem';
import type { Caller } from '../../guards/caller.decorator';
import { InvitationChecks } from '../invitation-checks';
import { MailedInvitations } from '../mailed-invitations';
import { InvitationRepository } from '../persistence/invitation.repository';

/** Mails a new link of an open invitation; the former one is void. */
@Injectable()
export class ResendInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationRepository,
    private readonly mailed: MailedInvitations,
    private readonly checks: InvitationChecks,
  ) {}

  /** @throws {DomainError} `not-found`, and what `Invite` throws */
  async execute(caller: Caller, id: string): Promise<void> {
    await this.unitOfWork.run({ tenant: caller.tenantId }, async () => {
      const invitation = await this.invitations.find(id);
      if (!invitation) throw notFound();
      const { email, role } = invitation;
      const { inviter, name } = await this.checks.begin(caller, role);
      await this.mailed.send({ tenant: { id: caller.tenantId, name }, inviter, email, role });
    });
  }
}
