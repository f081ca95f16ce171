import { Injectable } from '@nestjs/common';
import { Entitlements } from '../../credits';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { ProfileLookup } from '../../profiles';
import { PublicationRepository, type StoredPublication } from '../persistence/publication.repository';
import { passwordMissing, profileUnsaved, slugTaken } from '../publishing.errors';
import { ValidatePublication, type PublicationInput } from './validate-publication';

/** Publishes the latest revision of a profile, or changes its publication. */
@Injectable()
export class PublishProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileLookup,
    private readonly publications: PublicationRepository,
    private readonly entitlements: Entitlements,
    private readonly validate: ValidatePublication,
  ) {}

  /**
   * Publishing for the first time needs an active subscription; changing what is published does not. Leaving "Made with Canar" out
   * needs a plan that allows it, at this time and at every later edit (`RefreshPublication`).
   * @throws {DomainError} `slug.invalid`, `slug.reserved`, `slug.taken`, `publication.expiry-past`,
   *   `publication.password-missing`, `password.weak`, `not-found`, `profile.unsaved`, `subscription.required`, `feature.required`
   */
  async execute(tenantId: TenantId, profileId: ProfileId, input: PublicationInput): Promise<StoredPublication> {
    const { now, ...terms } = await this.validate.execute(input);
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!(await this.profiles.lock(tenantId, profileId))) throw notFound();
      const before = await this.publications.find(tenantId, profileId);
      if (!before) await this.entitlements.require(tenantId);
      if (!terms.branded && before?.branded !== false) await this.entitlements.requireFeature(tenantId, 'unbranded');
      if (!(await this.profiles.isSaved(tenantId, profileId))) throw profileUnsaved();
      const passwordHash =
        terms.visibility === 'protected' ? (terms.passwordHash ?? before?.passwordHash ?? null) : null;
      if (terms.visibility === 'protected' && passwordHash === null) throw passwordMissing();
      if (!(await this.publications.claimSlug(tenantId, profileId, terms.slug, now))) throw slugTaken();
      return this.publications.save(tenantId, profileId, { ...terms, passwordHash }, now);
    });
  }
}
