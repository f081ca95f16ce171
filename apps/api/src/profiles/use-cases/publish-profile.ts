import { Injectable } from '@nestjs/common';
import { templates } from '@canar/profile-templates';
import { Entitlements } from '../../credits';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import { slugFault } from '../domain/slug';
import { ProfileRepository } from '../persistence/profile.repository';
import type { PublicationEntity } from '../persistence/publication.entity';
import { PublicationRepository, type PublicationTerms } from '../persistence/publication.repository';
import { profileUnsaved, slugInvalid, slugReserved, slugTaken, templateUnknown } from '../profiles.errors';

/** Shows a profile's latest revision under an address, or changes how it is shown. */
@Injectable()
export class PublishProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileRepository,
    private readonly publications: PublicationRepository,
    private readonly entitlements: Entitlements,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishing for the first time needs an active subscription; changing what is published does not.
   * @throws {DomainError} `slug.invalid`, `slug.reserved`, `slug.taken`, `template.unknown`, `not-found`, `profile.unsaved`,
   *   `subscription.required`
   */
  run(tenantId: string, profileId: string, terms: PublicationTerms): Promise<PublicationEntity> {
    requireUsable(terms);
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!(await this.profiles.exists(tenantId, profileId))) throw notFound();
      if (!(await this.publications.find(tenantId, profileId))) await this.entitlements.require(tenantId);
      if (!(await this.profiles.isSaved(tenantId, profileId))) throw profileUnsaved();
      const at = this.clock.now();
      if (!(await this.publications.claimSlug(tenantId, profileId, terms.slug, at))) throw slugTaken();
      return this.publications.save(tenantId, profileId, terms, at);
    });
  }
}

function requireUsable({ slug, template }: PublicationTerms): void {
  const fault = slugFault(slug);
  if (fault === 'invalid') throw slugInvalid();
  if (fault === 'reserved') throw slugReserved();
  if (!templates.some(({ id }) => id === template)) throw templateUnknown();
}
