import { Injectable } from '@nestjs/common';
import { type ProfileDocument, visibleDocument } from '@canar/profile-document';
import { notFound } from '../../../platform/errors/problem';
import type { PageAccess } from '../domain/page-access';
import { PublicProfileRepository, type PublishedProfile } from '../persistence/public-profile.repository';

/** A published profile with what a visitor may see of it. */
export interface VisibleProfile {
  published: PublishedProfile;
  visible: ProfileDocument;
}

/** Reads a published profile for visitors: without its hidden fields. */
@Injectable()
export class ReadPublicProfile {
  constructor(private readonly profiles: PublicProfileRepository) {}

  /** @throws {DomainError} `not-found` */
  async execute(access: PageAccess): Promise<VisibleProfile> {
    const published = await this.profiles.find(access);
    if (!published) throw notFound();
    const { document, hiddenFields } = published;
    return { published, visible: visibleDocument(document, { hiddenFields }) };
  }
}
