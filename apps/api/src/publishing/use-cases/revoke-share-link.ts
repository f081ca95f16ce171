import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, ShareLinkId, TenantId } from '../../platform/ids/ids';
import { ShareLinkRepository } from '../persistence/share-link.repository';

/** Revokes a share link; nothing below it is cached, so the next request finds nothing. */
@Injectable()
export class RevokeShareLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: ShareLinkRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `not-found` */
  async execute(tenantId: TenantId, profileId: ProfileId, id: ShareLinkId): Promise<void> {
    await this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!(await this.links.revoke(tenantId, profileId, id, this.clock.now()))) throw notFound();
    });
  }
}
