import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { renderPublicPage } from '@canar/profile-templates/server';
import { z } from 'zod';
import { Cache } from '../../platform/cache/cache';
import { Config } from '../../platform/config/config';
import { notFound } from '../../platform/errors/problem';
import { etagOf } from '../../platform/http/etag';
import { Metrics } from '../../platform/observability/metrics';
import {
  PublicProfileRepository,
  type PublishedProfile,
  type SlugTarget,
} from '../persistence/public-profile.repository';
import { PageMemory, type RenderedPage } from '../public/page-memory';

const keptSeconds = 3_600;
const rendered = z.object({ profileId: z.uuid(), html: z.string(), etag: z.string() });

/** Gives the public page of a slug: from memory, else from the cache under its version, else drawn anew. */
@Injectable()
export class RenderPublicPage {
  constructor(
    private readonly profiles: PublicProfileRepository,
    private readonly memory: PageMemory,
    private readonly cache: Cache,
    private readonly config: Config,
    private readonly metrics: Metrics,
  ) {}

  /** @returns the page, or the slug to which an old one leads. @throws {DomainError} `not-found` */
  async run(slug: string): Promise<RenderedPage | { movedTo: string }> {
    const known = this.memory.find(slug);
    if (known) {
      this.metrics.count('CacheHits');
      return known;
    }
    const { mark } = this.memory;
    const target = await this.profiles.target(slug);
    if (!target) throw notFound();
    if (target.slug !== slug) return { movedTo: target.slug };
    const key = `public-page:${target.tenantId}:${target.profileId}:${target.version}`;
    const drawn = await this.cache.getOrCompute(key, rendered, keptSeconds, () => this.draw(target));
    const page = { ...drawn, html: Buffer.from(drawn.html) };
    this.memory.keep(slug, page, mark);
    return page;
  }

  private async draw(target: SlugTarget): Promise<z.output<typeof rendered>> {
    const published = await this.profiles.find(target);
    if (!published) throw notFound();
    const html = renderPublicPage(this.describe(published));
    const etag = etagOf(createHash('sha256').update(html).digest('base64url').slice(0, 22));
    return { profileId: published.profileId, html, etag };
  }

  private describe(published: PublishedProfile): Parameters<typeof renderPublicPage>[0] {
    const { slug, document, template, hiddenFields, visibility, photo, cv, showCv, revisionAt } = published;
    const { PUBLIC_URL, CANAR_DEMO } = this.config.env;
    const base = `/p/${slug}`;
    return {
      document,
      templateId: template,
      hiddenFields,
      url: `${PUBLIC_URL}${base}`,
      indexable: visibility === 'public',
      links: {
        pdf: `${base}.pdf`,
        json: `${base}.json`,
        vcard: `${base}.vcf`,
        ...(showCv && cv && { cv: `${base}/cv.pdf` }),
      },
      ...(photo && {
        photo: {
          sizes: photo.sizes.map(({ width, hash }) => ({
            width,
            url: `/p/media/${hash}.webp`,
            jpegUrl: `/p/media/${hash}.jpg`,
          })),
        },
      }),
      madeWith: PUBLIC_URL,
      demonstration: CANAR_DEMO,
      modifiedAt: revisionAt.toISOString(),
    };
  }
}
