import { Injectable } from '@nestjs/common';
import { type Caller, MemberChanges } from '../../auth';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { UserId } from '../../platform/ids/ids';
import { AccountRepository } from '../persistence/account.repository';
import { MemberLimitRepository } from '../persistence/member-limit.repository';

/** Bounds what a member may spend of the shared credits in each period. */
@Injectable()
export class LimitMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberChanges,
    private readonly accounts: AccountRepository,
    private readonly limits: MemberLimitRepository,
  ) {}

  /** @param limit null for none @throws {DomainError} `not-found`, `role.insufficient` of an admin about an owner */
  async execute(caller: Caller, userId: UserId, limit: number | null): Promise<void> {
    const { tenantId } = caller;
    await this.unitOfWork.run({ tenant: tenantId }, async () => {
      await this.members.beginAbout(caller, userId);
      // Behind the account's lock, so that no charge is under way that has read the limit before.
      await this.accounts.lock(tenantId);
      await this.limits.set(tenantId, userId, limit);
    });
  }
}
