import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';
import { roleInsufficient } from '../../auth.errors';
import { mayAssign, type Role } from '../../domain/roles';
import type { Caller } from '../../guards/caller.decorator';
import { Confirmations } from '../../second-factor/confirmations';
import { MemberChanges } from '../member-changes';

/** Gives a member another role. Only owners make owners, and only after they have confirmed to be themselves. */
@Injectable()
export class ChangeRole {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: MemberChanges,
    private readonly confirmations: Confirmations,
  ) {}

  /** @throws {DomainError} `not-found`, `role.insufficient`, `member.last-owner`, `confirmation.required` */
  async execute(caller: Caller, userId: UserId, role: Role): Promise<void> {
    await this.unitOfWork.run({ tenant: caller.tenantId }, async () => {
      const { actor, target } = await this.changes.begin(caller, userId);
      if (target === role) return;
      if (!mayAssign(actor, target) || !mayAssign(actor, role)) throw roleInsufficient();
      if (role === 'owner') await this.confirmations.require(caller.userId, caller.sessionId);
      if (target === 'owner') await this.changes.requireOtherOwner(caller.tenantId, userId);
      await this.changes.notify(caller, userId, 'member-role-changed');
      await this.changes.setRole(caller.tenantId, userId, role);
    });
  }
}
