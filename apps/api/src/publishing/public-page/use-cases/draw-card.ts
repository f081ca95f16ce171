import { Injectable } from '@nestjs/common';
import { designOf, usableLocale, visibleDocument } from '@canar/profile-document';
import { contentOf, lookOf, printTemplates } from '@canar/profile-print';
import { z } from 'zod';
import { Cache } from '../../../platform/cache/cache';
import { Config } from '../../../platform/config/config';
import { notFound } from '../../../platform/errors/problem';
import { FileStorage } from '../../../platform/storage/file-storage';
import type { PageAccess } from '../domain/page-access';
import { photoKey } from '../../../profiles';
import { PublicProfileRepository, type PublishedProfile } from '../persistence/public-profile.repository';
import { type CardContent, drawCardPicture } from '../card-picture';

const cacheSeconds = 3_600;

/** Draws the picture that messengers show beside a link: once for each version of a publication. */
@Injectable()
export class DrawCard {
  constructor(
    private readonly profiles: PublicProfileRepository,
    private readonly storage: FileStorage,
    private readonly cache: Cache,
    private readonly config: Config,
  ) {}

  /** @returns a PNG. @throws {DomainError} `not-found` */
  async execute(access: PageAccess): Promise<Buffer> {
    const { tenantId, profileId, version } = access;
    const key = `public-card:${tenantId}:${profileId}:${version}`;
    const png = await this.cache.getOrCompute(key, z.base64(), cacheSeconds, async () => {
      const published = await this.profiles.find(access);
      if (!published) throw notFound();
      return (await drawCardPicture(await this.describe(published))).toString('base64');
    });
    return Buffer.from(png, 'base64');
  }

  private async describe(published: PublishedProfile): Promise<CardContent> {
    const visible = visibleDocument(published.document, { hiddenFields: published.hiddenFields });
    const { name, label, rtl } = contentOf(visible, usableLocale(visible.meta?.canar?.locale));
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
