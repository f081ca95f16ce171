import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { ProfileRepository } from '../persistence/profile.repository';
import { TrashRepository } from '../persistence/trash.repository';
import { tooManyProfiles } from '../profiles.errors';
import { maxProfiles } from './create-profile';

/** Restores a profile from the trash; it is not published. */
@Injectable()
export class RestoreProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileRepository,
    private readonly trash: TrashRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `not-found` for what is not in the trash, `profiles.too-many` */
  async execute(tenantId: TenantId, id: ProfileId): Promise<void> {
    await this.unitOfWork.run({ tenant: tenantId }, async () => {
      const count = await this.profiles.count(tenantId);
      if (!(await this.trash.restore(tenantId, id, this.clock.now()))) throw notFound();
      if (count >= maxProfiles) throw tooManyProfiles();
    });
  }
}
