import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { notFound } from '../../../platform/errors/problem';
import type { TenantId, UserId } from '../../../platform/ids/ids';
import { MemberChanges } from '../member-changes';
import { OrganisationRepository } from '../persistence/organisation.repository';

/** Lets a person leave a tenant. */
@Injectable()
export class LeaveTenant {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationRepository,
    private readonly changes: MemberChanges,
  ) {}

  /** @throws {DomainError} `not-found`, also for a tenant of others; `member.last-owner` */
  async execute(userId: UserId, tenantId: TenantId): Promise<void> {
    await this.unitOfWork.run({ tenant: tenantId }, async () => {
      await this.organisations.lock(tenantId);
      const role = await this.organisations.roleOf(tenantId, userId);
      if (!role) throw notFound();
      await this.changes.end(tenantId, userId, role, 'left');
    });
  }
}
