import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { pagePath } from '../domain/page-path';
import { PublicationRepository } from '../persistence/publication.repository';

/** Finds the URL under which a profile is published. */
@Injectable()
export class FindPublicUrl {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publications: PublicationRepository,
    private readonly config: Config,
  ) {}

  /** @throws {DomainError} `not-found` */
  async execute(tenantId: TenantId, profileId: ProfileId): Promise<{ url: string; slug: string }> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      const publication = await this.publications.find(tenantId, profileId);
      if (!publication) throw notFound();
      const { slug } = publication;
      return { url: `${this.config.env.PUBLIC_URL}${pagePath({ slug, token: null })}`, slug };
    });
  }
}
