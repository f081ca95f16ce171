import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { ProfileLookup } from '../../profiles';
import { PublicationRepository } from '../persistence/publication.repository';
import type { ShareLinkEntity } from '../persistence/share-link.entity';
import { ShareLinkRepository } from '../persistence/share-link.repository';

/** Lists the share links of a profile that are not revoked. */
@Injectable()
export class ListShareLinks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileLookup,
    private readonly publications: PublicationRepository,
    private readonly links: ShareLinkRepository,
  ) {}

  /** @returns the links, and the slug while the profile is published. @throws {DomainError} `not-found` */
  execute(tenantId: TenantId, profileId: ProfileId): Promise<{ links: ShareLinkEntity[]; slug: string | null }> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!(await this.profiles.exists(tenantId, profileId))) throw notFound();
      const publication = await this.publications.find(tenantId, profileId);
      return { links: await this.links.list(tenantId, profileId), slug: publication?.slug ?? null };
    });
  }
}
