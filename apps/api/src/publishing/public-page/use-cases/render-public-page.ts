import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Cache } from '../../../platform/cache/cache';
import { Metrics } from '../../../platform/observability/metrics';
import type { PageAddress } from '../../domain/page-path';
import { PageAccessGuard } from '../page-access-guard';
import { PageMemory, type RenderedPage } from '../page-memory';
import type { Cookies } from '../unlock-cookie';
import { DrawPublicPage } from './draw-public-page';

const keptSeconds = 3_600;
const drawn = z.object({ profileId: z.uuid(), html: z.string(), etag: z.string() });

/**
 * Gives the public page of an address: from memory, else from the cache under its version, else drawn anew. Memory keeps
 * the terms with the page, and they are looked at on every request; a share link is asked for in the database each time.
 */
@Injectable()
export class RenderPublicPage {
  constructor(
    private readonly entrances: PageAccessGuard,
    private readonly memory: PageMemory,
    private readonly cache: Cache,
    private readonly drawPage: DrawPublicPage,
    private readonly metrics: Metrics,
  ) {}

  /**
   * @returns the page, or where the page of an old slug stands
   * @throws {DomainError} `not-found`, `publication.locked`
   */
  async run(address: PageAddress, cookies: Cookies): Promise<RenderedPage | { movedTo: string }> {
    const known = address.token === null ? this.memory.find(address.slug) : undefined;
    if (known) {
      this.entrances.admit(known.entrance, cookies);
      this.metrics.count('CacheHits');
      return known;
    }
    const { mark } = this.memory;
    const entrance = await this.entrances.find(address);
    if ('movedTo' in entrance) return entrance;
    this.entrances.admit(entrance, cookies);
    const { tenantId, profileId, version, linkId } = entrance;
    const key = `public-page:${tenantId}:${profileId}:${version}${linkId === null ? '' : `:${linkId}`}`;
    const page = await this.cache.getOrCompute(key, drawn, keptSeconds, () => this.drawPage.run(entrance));
    const rendered = { ...page, html: Buffer.from(page.html), entrance };
    if (address.token === null) this.memory.keep(address.slug, rendered, mark);
    return rendered;
  }
}
