import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { ProfileRepository } from '../persistence/profile.repository';
import { ProfileChanges } from '../profile-changes';

/** Moves a profile to the trash, which unpublishes it. */
@Injectable()
export class TrashProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileRepository,
    private readonly changes: ProfileChanges,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `not-found` */
  async execute(tenantId: TenantId, id: ProfileId): Promise<void> {
    await this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!(await this.profiles.trash(tenantId, id, this.clock.now()))) throw notFound();
      await this.changes.trashed(tenantId, id);
    });
  }
}
