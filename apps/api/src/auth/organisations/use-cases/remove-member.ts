import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';
import type { Caller } from '../../guards/caller.decorator';
import { MemberChanges } from '../member-changes';

/** Removes a member from the caller's tenant; they have no access to it from then on. */
@Injectable()
export class RemoveMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: MemberChanges,
  ) {}

  /** @throws {DomainError} `not-found`, `role.insufficient`, `member.last-owner` */
  async execute(caller: Caller, userId: UserId): Promise<void> {
    await this.unitOfWork.run({ tenant: caller.tenantId }, async () => {
      const { target } = await this.changes.beginAbout(caller, userId);
      await this.changes.notify(caller, userId, 'member-removed');
      await this.changes.end(caller.tenantId, userId, target, 'removed');
    });
  }
}
