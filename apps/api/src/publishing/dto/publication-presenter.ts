import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { pagePath } from '../domain/page-path';
import type { StoredPublication } from '../persistence/publication.repository';
import type { ShareLinkEntity } from '../persistence/share-link.entity';
import type { Publication } from './publication.dto';
import type { ShareLink } from './share-link.dto';

/** Renders publications and share links as the API returns them. */
@Injectable()
export class PublicationPresenter {
  constructor(private readonly config: Config) {}

  publication(publication: StoredPublication): Publication {
    const { slug, visibility, hiddenFields, showCv, legacyTemplate, branded } = publication;
    return {
      slug,
      url: this.urlOf(slug, null),
      visibility,
      hiddenFields,
      showCv,
      legacyTemplate,
      branded,
      publishedAt: publication.publishedAt.toISOString(),
      expiresAt: publication.expiresAt?.toISOString() ?? null,
    };
  }

  /** @param slug null while the profile is not published */
  shareLink({ id, label, token, passwordHash, expiresAt, createdAt }: ShareLinkEntity, slug: string | null): ShareLink {
    return {
      id,
      label,
      url: slug === null ? null : this.urlOf(slug, token),
      hasPassword: passwordHash !== null,
      expiresAt: expiresAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    };
  }

  private urlOf(slug: string, token: string | null): string {
    return `${this.config.env.PUBLIC_URL}${pagePath({ slug, token })}`;
  }
}
