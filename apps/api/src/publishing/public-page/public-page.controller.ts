import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { notFound } from '../../platform/errors/problem';
import { matches } from '../../platform/http/etag';
import { Public } from '../../platform/http/public';
import { isPrivate } from './domain/page-access';
import { UnlockForm } from './dto/unlock-form.dto';
import { sendFile, sendPdf } from '../../platform/http/send-file';
import {
  redirect,
  PublicPageResponder,
  sendPage,
  type PublicExchange,
  type PublicRequest,
} from './public-page-responder';
import { UnlockCookie } from './unlock-cookie';
import { RenderPublicPage } from './use-cases/render-public-page';
import { ReadPublicProfile } from './use-cases/read-public-profile';
import { UnlockPage } from './use-cases/unlock-page';
import { formats } from '../../profiles';

/** What visitors see: pages that need no script, and the same profile as paper and data. */
@ApiExcludeController()
@Controller('p')
@Public()
export class PublicPageController {
  constructor(
    private readonly reception: PublicPageResponder,
    private readonly renderPage: RenderPublicPage,
    private readonly showProfile: ReadPublicProfile,
    private readonly unlockPage: UnlockPage,
    private readonly passes: UnlockCookie,
  ) {}

  @Get(':name')
  async page(@Param('name') name: string, @Req() request: PublicRequest, @Res() reply: FastifyReply): Promise<void> {
    const [slug, extension] = split(name);
    await this.answer({ request, reply, address: { slug, token: null } }, extension);
  }

  @Get(':slug/s/:name')
  async linked(
    @Param('slug') slug: string,
    @Param('name') name: string,
    @Req() request: PublicRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [token, extension] = split(name);
    await this.answer({ request, reply, address: { slug, token } }, extension);
  }

  @Post([':slug/unlock', ':slug/s/:token/unlock'])
  async unlock(
    @Param() { slug, token }: { slug: string; token?: string },
    @Body() { password }: UnlockForm,
    @Req() request: PublicRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = { request, reply, address: { slug, token: token ?? null } };
    await this.reception.receive(visit, async () => {
      const found = await this.unlockPage.run(visit.address, password, request.ip);
      if ('movedTo' in found) return redirect(visit, found.movedTo);
      if (found.passwordHash !== null) this.passes.give(reply, found);
      await this.reception.lead(visit, found);
    });
  }

  private answer(visit: PublicExchange, extension: string): Promise<void> {
    return extension === '' ? this.sendPage(visit) : this.sendForm(visit, extension);
  }

  private async sendPage(visit: PublicExchange): Promise<void> {
    const { request, reply, address } = visit;
    await this.reception.receive(visit, async () => {
      const page = await this.renderPage.run(address, request.cookies);
      if ('movedTo' in page) return redirect(visit, page.movedTo);
      this.reception.letIn(visit, page.entrance);
      if (isPrivate(page.entrance)) return sendPage(reply, 200, page.html);
      void reply.header('ETag', page.etag);
      if (matches(request.headers['if-none-match'], page.etag)) await reply.status(304).send();
      else await sendPage(reply, 200, page.html);
    });
  }

  private sendForm(visit: PublicExchange, extension: string): Promise<void> {
    const { reply } = visit;
    return this.reception.show(visit, extension, async (entrance) => {
      const shown = await this.showProfile.find(entrance);
      const name = `${entrance.slug}${extension}`;
      if (extension === '.pdf') await sendPdf(reply, await this.showProfile.pdf(shown), name);
      else if (extension === '.json') await reply.send(this.showProfile.json(shown));
      else if (extension === '.md') await sendFile(reply, formats.md.write(shown.visible), name, formats.md.mediaType);
      else if (extension === '.vcf')
        await sendFile(reply, formats.vcf.write(shown.visible), name, formats.vcf.mediaType);
      else throw notFound();
    });
  }
}

/** The name before the extension, and the extension with its dot or ''. */
function split(name: string): [string, string] {
  const [, stem = '', extension = ''] = /^([^.]*)(\.[a-z]+)?$/.exec(name) ?? [];
  return [stem, extension];
}
