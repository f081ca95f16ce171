import { Injectable } from '@nestjs/common';
import { Entitlements } from '../../credits';
import { PublicationRepository } from '../persistence/publication.repository';

/** Shows a new revision on its page, and says "Made with Canar" there again when the plan no longer leaves it out. */
@Injectable()
export class AnnounceRevision {
  constructor(
    private readonly publications: PublicationRepository,
    private readonly entitlements: Entitlements,
  ) {}

  /** Part of the caller's unit of work. */
  async run(tenantId: string, profileId: string): Promise<void> {
    const page = await this.publications.announce(tenantId, profileId);
    if (!page || page.branded || (await this.entitlements.allows(tenantId, 'unbranded'))) return;
    await this.publications.brand(tenantId, profileId);
  }
}
