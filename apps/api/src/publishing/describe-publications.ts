import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ProfilePublications } from '../profiles';
import { PublicationPresenter } from './dto/publication-presenter';
import { PublicationRepository } from './persistence/publication.repository';

/** Adds the publication of each profile to the profile list. */
@Injectable()
export class DescribePublications implements OnModuleInit {
  constructor(
    private readonly profilePublications: ProfilePublications,
    private readonly publications: PublicationRepository,
    private readonly presenter: PublicationPresenter,
  ) {}

  onModuleInit(): void {
    this.profilePublications.register(async (tenantId, profileIds) => {
      const publications = await this.publications.list(tenantId, profileIds);
      return new Map(publications.map((entity) => [entity.profileId, this.presenter.publication(entity)]));
    });
  }
}
