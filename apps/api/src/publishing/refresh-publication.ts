import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Entitlements } from '../credits';
import { ProfileChanges, ProfileListener } from '../profiles';
import { PublicationRepository } from './persistence/publication.repository';
import { revisionPublished } from './publishing.errors';
import type { ProfileId, TenantId } from '../platform/ids/ids';

/** Updates a publication with its profile: a change is visible at once, a profile in the trash is unpublished. */
@Injectable()
export class RefreshPublication extends ProfileListener implements OnModuleInit {
  constructor(
    private readonly publications: PublicationRepository,
    private readonly entitlements: Entitlements,
    private readonly changes: ProfileChanges,
  ) {
    super();
  }

  onModuleInit(): void {
    this.changes.register(this);
  }

  /** Also restores "Made with Canar" when the plan no longer allows to leave it out. */
  async revisionSaved(tenantId: TenantId, profileId: ProfileId): Promise<void> {
    const publication = await this.publications.announce(tenantId, profileId);
    if (!publication || publication.branded || (await this.entitlements.allows(tenantId, 'unbranded'))) return;
    await this.publications.brand(tenantId, profileId);
  }

  /** @throws {DomainError} `revision.published` when a published profile would have no revision left */
  async revisionUndone(tenantId: TenantId, profileId: ProfileId, left: boolean): Promise<void> {
    if (!left && (await this.publications.find(tenantId, profileId))) throw revisionPublished();
    await this.publications.announce(tenantId, profileId);
  }

  async filesChanged(tenantId: TenantId, profileId: ProfileId): Promise<void> {
    await this.publications.announce(tenantId, profileId);
  }

  async trashed(tenantId: TenantId, profileId: ProfileId): Promise<void> {
    await this.publications.remove(tenantId, profileId);
  }
}
