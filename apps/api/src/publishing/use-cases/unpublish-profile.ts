import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { ProfileLookup } from '../../profiles';
import { PublicationRepository } from '../persistence/publication.repository';

/** Unpublishes a profile at once, if it is published. */
@Injectable()
export class UnpublishProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileLookup,
    private readonly publications: PublicationRepository,
  ) {}

  /** @throws {DomainError} `not-found` */
  async execute(tenantId: TenantId, profileId: ProfileId): Promise<void> {
    await this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!(await this.profiles.lock(tenantId, profileId))) throw notFound();
      await this.publications.remove(tenantId, profileId);
    });
  }
}
