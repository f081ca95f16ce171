import { Injectable } from '@nestjs/common';
import { designOf, type ProfileDocument, usableLocale, visibleDocument } from '@canar/profile-document';
import { contentOf, lookOf, printTemplates } from '@canar/profile-print';
import { z } from 'zod';
import { Cache } from '../../../platform/cache/cache';
import { Config } from '../../../platform/config/config';
import { notFound } from '../../../platform/errors/problem';
import { HeavyWork } from '../../../platform/heavy-work/heavy-work';
import { FileStorage } from '../../../platform/storage/file-storage';
import type { PageAccess } from '../domain/page-access';
import { photoKey } from '../../../profiles';
import { PublicProfileRepository, type PublishedProfile } from '../persistence/public-profile.repository';
import type { CardContent } from '../card-picture';
import { drawCardTask } from '../card-task';
import { cardFailed } from '../public-page.errors';
import { visitorTurn } from '../visitor-turn';

const cacheSeconds = 3_600;

/** Draws the picture that messengers show beside a link: once for each version of a publication. */
@Injectable()
export class DrawCard {
  constructor(
    private readonly profiles: PublicProfileRepository,
    private readonly storage: FileStorage,
    private readonly cache: Cache,
    private readonly config: Config,
    private readonly heavyWork: HeavyWork,
  ) {}

  /**
   * @param visitor the visitor's address
   * @returns a PNG
   * @throws {DomainError} `not-found`, `card.failed`, `work.busy`
   */
  async execute(access: PageAccess, visitor: string): Promise<Buffer> {
    const { tenantId, profileId, version } = access;
    const key = `public-card:${tenantId}:${profileId}:${version}`;
    const png = await this.cache.getOrCompute(key, z.base64(), cacheSeconds, async () => {
      const published = await this.profiles.find(access);
      if (!published) throw notFound();
      const options = { turn: visitorTurn(visitor, access), tooLarge: cardFailed, version: key };
      const png = await this.heavyWork.run(drawCardTask, await this.describe(published), options);
      return Buffer.from(png).toString('base64');
    });
    return Buffer.from(png, 'base64');
  }

  private async describe(published: PublishedProfile): Promise<CardContent> {
    const visible = visibleDocument(published.document, { hiddenFields: published.hiddenFields });
    const { name, label, rtl } = contentOf(withoutSections(visible), usableLocale(visible.meta?.canar?.locale));
    const template = printTemplates.find((known) => known === published.template) ?? 'classic';
    const look = lookOf(template, designOf(visible));
    const { city, region } = visible.basics?.location ?? {};
    return {
      name,
      label,
      rtl,
      accent: look.accent.fill,
      family: look.titles,
      place: [city, region].filter((part) => part?.trim()).join(', '),
      address: `${new URL(this.config.env.PUBLIC_URL).host}/p/${published.slug}`,
      photo: look.photo === 'hidden' ? null : await this.photoOf(published),
    };
  }

  private async photoOf({ tenantId, photo }: PublishedProfile): Promise<Uint8Array | null> {
    const largest = photo?.sizes[0];
    return (largest && (await this.storage.get(photoKey(tenantId, largest.hash, 'jpg'))))?.bytes ?? null;
  }
}

/** What a card shows is in `basics`; the rest may be large. */
function withoutSections({ basics = {}, meta = {} }: ProfileDocument): ProfileDocument {
  const { summary: _summary, profiles: _profiles, ...head } = basics;
  const { custom: _custom, ...own } = meta.canar ?? {};
  return { basics: head, meta: { ...meta, canar: own } };
}
