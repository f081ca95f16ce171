import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PublicPage } from '@canar/profile-templates/server';
import { Config } from '../../../platform/config/config';
import { notFound } from '../../../platform/errors/problem';
import { HeavyWork } from '../../../platform/heavy-work/heavy-work';
import type { ProfileId } from '../../../platform/ids/ids';
import { pagePath } from '../../domain/page-path';
import { type PageAccess, isListed } from '../domain/page-access';
import { PublicProfileRepository, type PublishedProfile } from '../persistence/public-profile.repository';
import { cardSize } from '../card-size';
import { renderPageTask } from '../page-html';
import { pageTooLarge } from '../public-page.errors';
import { visitorTurn } from '../visitor-turn';

/** A page as it is drawn and cached. */
export interface DrawnPage {
  profileId: ProfileId;
  html: string;
  /** Identifies the HTML. */
  digest: string;
}

/** Draws the public page of a profile under one address: its links stay below that address. */
@Injectable()
export class DrawPublicPage {
  constructor(
    private readonly profiles: PublicProfileRepository,
    private readonly config: Config,
    private readonly heavyWork: HeavyWork,
  ) {}

  /**
   * @param visitor the visitor's address
   * @throws {DomainError} `not-found`, `page.too-large`, `work.busy`
   */
  async execute(access: PageAccess, visitor: string): Promise<DrawnPage> {
    const published = await this.profiles.find(access);
    if (!published) throw notFound();
    const html = await this.heavyWork.run(renderPageTask, this.describe(published, access), {
      turn: visitorTurn(visitor, access),
      tooLarge: pageTooLarge,
      version: `${access.profileId}:${access.version}`,
      characters: JSON.stringify(published.document).length,
    });
    const digest = createHash('sha256').update(html).digest('base64url').slice(0, 22);
    return { profileId: published.profileId, html, digest };
  }

  private describe(published: PublishedProfile, access: PageAccess): PublicPage {
    const { document, template, hiddenFields, photo, cv, showCv, revisionAt, branded } = published;
    const { PUBLIC_URL, CANAR_DEMO } = this.config.env;
    const base = pagePath(access);
    const photos = isListed(access) ? '/p/media' : `${base}/photo`;
    return {
      document,
      templateId: template,
      hiddenFields,
      url: `${PUBLIC_URL}${base}`,
      indexable: isListed(access),
      links: {
        pdf: `${base}.pdf`,
        json: `${base}.json`,
        vcard: `${base}.vcf`,
        ...(showCv && cv && { cv: `${base}/cv.pdf` }),
      },
      // Messengers keep a picture by its address for weeks; a changed page has a new one.
      card: { url: `${base}/card.png?version=${access.version}`, ...cardSize },
      ...(photo && {
        photo: {
          sizes: photo.sizes.map(({ width, hash }) => ({
            width,
            url: `${photos}/${hash}.webp`,
            jpegUrl: `${photos}/${hash}.jpg`,
          })),
        },
      }),
      ...(branded && { madeWith: PUBLIC_URL }),
      demonstration: CANAR_DEMO,
      modifiedAt: revisionAt.toISOString(),
    };
  }
}
