import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { ProfileRepository } from '../persistence/profile.repository';

/** Changes the title or the tags of a profile. */
@Injectable()
export class ChangeProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileRepository,
    private readonly clock: Clock,
  ) {}

  /** What is undefined stays as it is. @throws {DomainError} `not-found` */
  async execute(tenantId: TenantId, id: ProfileId, changed: { title?: string; tags?: string[] }): Promise<void> {
    await this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!(await this.profiles.change(tenantId, id, changed, this.clock.now()))) throw notFound();
    });
  }
}
