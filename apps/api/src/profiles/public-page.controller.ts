import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Config } from '../platform/config/config';
import { DomainError } from '../platform/errors/domain-error';
import { notFound } from '../platform/errors/problem';
import { matches } from '../platform/http/etag';
import { Public } from '../platform/http/public';
import { scriptlessPagePolicy } from '../platform/http/security-headers';
import { vcardOf } from './domain/vcard';
import { sendFile, sendPaper } from './files.controller';
import { absentPage } from './public/absent-page';
import { RenderPublicPage } from './use-cases/render-public-page';
import { type ShownProfile, ShowPublicProfile } from './use-cases/show-public-profile';

// The bytes of an address never change; that they are gone must be seen within five minutes.
const photoCaching = 'public, max-age=300, s-maxage=300, immutable';

/** What visitors see: pages that need no script, and the same profile as paper, data and card. */
@ApiExcludeController()
@Controller('p')
@Public()
export class PublicPageController {
  constructor(
    private readonly renderPage: RenderPublicPage,
    private readonly showProfile: ShowPublicProfile,
    private readonly config: Config,
  ) {}

  @Get('media/:file')
  async media(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const [, hash, extension] = /^([0-9a-f]{64})\.(webp|jpg)$/.exec(file) ?? [];
    if (!hash || !extension) throw notFound();
    const { bytes, mediaType } = await this.showProfile.media(hash, extension);
    await reply.header('Cache-Control', photoCaching).type(mediaType).send(Buffer.from(bytes));
  }

  @Get(':slug/cv.pdf')
  async cv(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    await this.shown(slug, '/cv.pdf', reply, async (shown) => {
      const { bytes, fileName } = await this.showProfile.cv(shown);
      await sendFile(reply, bytes, fileName, 'application/pdf');
    });
  }

  @Get(':name')
  async page(
    @Param('name') name: string,
    @Headers('accept') accept: string | undefined,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [, slug = '', extension] = /^([^.]*)(\.[a-z]+)?$/.exec(name) ?? [];
    if (extension) return this.file(slug, extension, reply);
    try {
      const page = await this.renderPage.run(slug);
      if ('movedTo' in page) return await move(reply, `/p/${page.movedTo}`);
      void reply.header('Cache-Control', 'no-cache').header('ETag', page.etag);
      if (matches(ifNoneMatch, page.etag)) await reply.status(304).send();
      else await sendPage(reply, 200, page.html);
    } catch (error) {
      const absent = error instanceof DomainError && error.kind === 'not-found';
      if (!absent || !accept?.includes('text/html')) throw error;
      await sendPage(reply.header('Cache-Control', 'no-cache'), 404, absentPage(this.config.env.PUBLIC_URL));
    }
  }

  private file(slug: string, extension: string, reply: FastifyReply): Promise<void> {
    return this.shown(slug, extension, reply, async (shown) => {
      const name = `${shown.published.slug}${extension}`;
      if (extension === '.pdf') await sendPaper(reply, await this.showProfile.pdf(shown), name);
      else if (extension === '.json') await reply.send(this.showProfile.json(shown));
      else if (extension === '.vcf')
        await sendFile(reply, Buffer.from(vcardOf(shown.visible)), name, 'text/vcard; charset=utf-8');
      else throw notFound();
    });
  }

  private async shown(
    slug: string,
    rest: string,
    reply: FastifyReply,
    send: (shown: ShownProfile) => Promise<void>,
  ): Promise<void> {
    const found = await this.showProfile.find(slug);
    if ('movedTo' in found) return move(reply, `/p/${found.movedTo}${rest}`);
    void reply.header('Cache-Control', 'no-cache');
    if (found.published.visibility !== 'public') void reply.header('X-Robots-Tag', 'noindex');
    await send(found);
  }
}

async function move(reply: FastifyReply, address: string): Promise<void> {
  await reply.status(301).header('Cache-Control', 'no-cache').header('Location', address).send();
}

async function sendPage(reply: FastifyReply, status: number, html: string | Buffer): Promise<void> {
  await reply
    .status(status)
    .header('Content-Security-Policy', scriptlessPagePolicy)
    .type('text/html; charset=utf-8')
    .send(html);
}
