import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { sitemapIndexOf, sitemapOf, sitemapSize } from '../domain/sitemap';
import { SitemapRepository } from '../persistence/sitemap.repository';

/** Lists public pages for search engines: one sitemap, or an index of several when there are many. */
@Injectable()
export class ListPublicPages {
  constructor(
    private readonly pages: SitemapRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @param from the slug with which a part of the index begins; undefined for all */
  async execute(from: string | undefined): Promise<string> {
    const { PUBLIC_URL } = this.config.env;
    const now = this.clock.now();
    const starts = from === undefined ? await this.pages.starts(now, sitemapSize) : [from];
    if (starts.length > 1) return sitemapIndexOf(PUBLIC_URL, starts);
    return sitemapOf(PUBLIC_URL, await this.pages.part(starts[0] ?? '', now, sitemapSize));
  }
}
