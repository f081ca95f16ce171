import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Cache } from '../../../platform/cache/cache';
import { ProfileId } from '../../../platform/ids/ids';
import { Metrics } from '../../../platform/observability/metrics';
import type { PageAddress } from '../../domain/page-path';
import { PageAccessChecker } from '../page-access-checker';
import { PageMemory, type RenderedPage } from '../page-memory';
import type { UnlockTokens } from '../unlock-cookie';
import { DrawPublicPage } from './draw-public-page';

const cacheSeconds = 3_600;
const drawn = z.object({ profileId: z.uuid().transform(ProfileId), html: z.string(), digest: z.string() });

/**
 * Renders the public page of an address: from memory, else from the cache under its version, else drawn anew. Memory holds
 * the access with the page, and it is checked on every request; a share link is read from the database each time.
 */
@Injectable()
export class RenderPublicPage {
  constructor(
    private readonly accessChecker: PageAccessChecker,
    private readonly memory: PageMemory,
    private readonly cache: Cache,
    private readonly drawPage: DrawPublicPage,
    private readonly metrics: Metrics,
  ) {}

  /**
   * @param visitor the visitor's address
   * @returns the page, or the path of the page of an old slug
   * @throws {DomainError} `not-found`, `publication.locked`, `page.too-large`, `work.busy`
   */
  async execute(
    address: PageAddress,
    tokens: UnlockTokens,
    visitor: string,
  ): Promise<RenderedPage | { movedTo: string }> {
    const known = address.token === null ? this.memory.find(address.slug) : undefined;
    if (known) {
      this.accessChecker.check(known.access, tokens);
      this.metrics.count('CacheHits');
      return known;
    }
    const { mark } = this.memory;
    const access = await this.accessChecker.find(address);
    if ('movedTo' in access) return access;
    this.accessChecker.check(access, tokens);
    const { tenantId, profileId, version, linkId } = access;
    const key = `public-page:${tenantId}:${profileId}:${version}${linkId === null ? '' : `:${linkId}`}`;
    const page = await this.cache.getOrCompute(key, drawn, cacheSeconds, () => this.drawPage.execute(access, visitor));
    const rendered = { ...page, html: Buffer.from(page.html), access };
    if (address.token === null) this.memory.store(address.slug, rendered, mark);
    return rendered;
  }
}
