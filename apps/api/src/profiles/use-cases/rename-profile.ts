import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { ProfileRepository } from '../persistence/profile.repository';

/** Renames a profile. */
@Injectable()
export class RenameProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `not-found` */
  async execute(tenantId: TenantId, id: ProfileId, title: string): Promise<void> {
    await this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!(await this.profiles.rename(tenantId, id, title, this.clock.now()))) throw notFound();
    });
  }
}
