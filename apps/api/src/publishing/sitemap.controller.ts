import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Config } from '../platform/config/config';
import { notFound } from '../platform/errors/problem';
import { Public } from '../platform/http/public.decorator';
import { robotsOf } from './domain/sitemap';
import { slugError } from './domain/slug';
import { ListPublicPages } from './use-cases/list-public-pages';

/** The sitemap and robots.txt. */
@ApiExcludeController()
@Controller()
@Public()
export class SitemapController {
  constructor(
    private readonly listPages: ListPublicPages,
    private readonly config: Config,
  ) {}

  @Get('robots.txt')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  robots(): string {
    return robotsOf(this.config.env.PUBLIC_URL);
  }

  @Get('p/sitemap.xml')
  @Header('Content-Type', 'application/xml; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  sitemap(@Query('from') from: string | string[] | undefined): Promise<string> {
    if (from !== undefined && (typeof from !== 'string' || slugError(from) !== null)) throw notFound();
    return this.listPages.execute(from);
  }
}
