import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { notFound } from '../platform/errors/problem';
import { matches } from '../platform/http/etag';
import { Public } from '../platform/http/public';
import { isPrivate } from './domain/entrance';
import { UnlockForm } from './dto/share-link.dto';
import { sendFile, sendPaper } from './files.controller';
import { move, Reception, sendPage, type Visit, type VisitorRequest } from './public/reception';
import { UnlockPasses } from './public/unlock-passes';
import { RenderPublicPage } from './use-cases/render-public-page';
import { ShowPublicProfile } from './use-cases/show-public-profile';
import { UnlockPage } from './use-cases/unlock-page';
import { forms } from './writing/forms';

/** What visitors see: pages that need no script, and the same profile as paper and data. */
@ApiExcludeController()
@Controller('p')
@Public()
export class PublicPageController {
  constructor(
    private readonly reception: Reception,
    private readonly renderPage: RenderPublicPage,
    private readonly showProfile: ShowPublicProfile,
    private readonly unlockPage: UnlockPage,
    private readonly passes: UnlockPasses,
  ) {}

  @Get(':name')
  async page(@Param('name') name: string, @Req() request: VisitorRequest, @Res() reply: FastifyReply): Promise<void> {
    const [slug, extension] = split(name);
    await this.answer({ request, reply, address: { slug, token: null } }, extension);
  }

  @Get(':slug/s/:name')
  async linked(
    @Param('slug') slug: string,
    @Param('name') name: string,
    @Req() request: VisitorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [token, extension] = split(name);
    await this.answer({ request, reply, address: { slug, token } }, extension);
  }

  @Post([':slug/unlock', ':slug/s/:token/unlock'])
  async unlock(
    @Param() { slug, token }: { slug: string; token?: string },
    @Body() { password }: UnlockForm,
    @Req() request: VisitorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = { request, reply, address: { slug, token: token ?? null } };
    await this.reception.receive(visit, async () => {
      const found = await this.unlockPage.run(visit.address, password, request.ip);
      if ('movedTo' in found) return move(visit, found.movedTo);
      if (found.passwordHash !== null) this.passes.give(reply, found);
      await this.reception.lead(visit, found);
    });
  }

  private answer(visit: Visit, extension: string): Promise<void> {
    return extension === '' ? this.sendPage(visit) : this.sendForm(visit, extension);
  }

  private async sendPage(visit: Visit): Promise<void> {
    const { request, reply, address } = visit;
    await this.reception.receive(visit, async () => {
      const page = await this.renderPage.run(address, request.cookies);
      if ('movedTo' in page) return move(visit, page.movedTo);
      this.reception.letIn(visit, page.entrance);
      if (isPrivate(page.entrance)) return sendPage(reply, 200, page.html);
      void reply.header('ETag', page.etag);
      if (matches(request.headers['if-none-match'], page.etag)) await reply.status(304).send();
      else await sendPage(reply, 200, page.html);
    });
  }

  private sendForm(visit: Visit, extension: string): Promise<void> {
    const { reply } = visit;
    return this.reception.show(visit, extension, async (entrance) => {
      const shown = await this.showProfile.find(entrance);
      const name = `${entrance.slug}${extension}`;
      if (extension === '.pdf') await sendPaper(reply, await this.showProfile.pdf(shown), name);
      else if (extension === '.json') await reply.send(this.showProfile.json(shown));
      else if (extension === '.md') await sendFile(reply, forms.md.write(shown.visible), name, forms.md.mediaType);
      else if (extension === '.vcf') await sendFile(reply, forms.vcf.write(shown.visible), name, forms.vcf.mediaType);
      else throw notFound();
    });
  }
}

/** The name before the extension, and the extension with its dot or ''. */
function split(name: string): [string, string] {
  const [, stem = '', extension = ''] = /^([^.]*)(\.[a-z]+)?$/.exec(name) ?? [];
  return [stem, extension];
}
