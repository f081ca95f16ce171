import { Body, Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { exportJsonResume } from '@canar/profile-document';
import { notFound } from '../../platform/errors/problem';
import { etagOf, matches } from '../../platform/http/etag';
import { Accepts } from '../../platform/http/input/accepts.decorator';
import { Public } from '../../platform/http/public.decorator';
import { sendFile, sendPdf } from '../../platform/http/send-file';
import { formats } from '../../profiles';
import { isPrivate } from './domain/page-access';
import { UnlockForm } from './dto/unlock-form.dto';
import { PublicPageErrorFilter } from './public-page-error.filter';
import {
  type PublicExchange,
  PublicPageResponder,
  type PublicRequest,
  redirect,
  sendPage,
} from './public-page-responder';
import { UnlockCookie } from './unlock-cookie';
import { ExportPublicProfile } from './use-cases/export-public-profile';
import { ReadPublicProfile } from './use-cases/read-public-profile';
import { RenderPublicPage } from './use-cases/render-public-page';
import { RenderPublicPdf } from './use-cases/render-public-pdf';
import { UnlockPage } from './use-cases/unlock-page';

/** Public pages, which need no script, and the same profile as PDF and data. */
@ApiExcludeController()
@Controller('p')
@Public()
@UseFilters(PublicPageErrorFilter)
export class PublicPageController {
  constructor(
    private readonly responder: PublicPageResponder,
    private readonly renderPage: RenderPublicPage,
    private readonly readProfile: ReadPublicProfile,
    private readonly exportProfile: ExportPublicProfile,
    private readonly renderPdf: RenderPublicPdf,
    private readonly unlockPage: UnlockPage,
    private readonly unlockCookie: UnlockCookie,
  ) {}

  @Get(':name')
  async page(@Param('name') name: string, @Req() request: PublicRequest, @Res() reply: FastifyReply): Promise<void> {
    const [slug, extension] = split(name);
    await this.send(this.responder.begin(request, reply, { slug, token: null }), extension);
  }

  @Get(':slug/s/:name')
  async linked(
    @Param('slug') slug: string,
    @Param('name') name: string,
    @Req() request: PublicRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [token, extension] = split(name);
    await this.send(this.responder.begin(request, reply, { slug, token }), extension);
  }

  @Accepts('form')
  @Post([':slug/unlock', ':slug/s/:token/unlock'])
  async unlock(
    @Param() { slug, token }: { slug: string; token?: string },
    @Body() { password }: UnlockForm,
    @Req() request: PublicRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const exchange = this.responder.begin(request, reply, { slug, token: token ?? null });
    const found = await this.unlockPage.execute(exchange.address, password, request.ip);
    if ('movedTo' in found) return redirect(exchange, found.movedTo);
    if (found.passwordHash !== null) this.unlockCookie.set(reply, found);
    await this.responder.redirectAfterUnlock(exchange, found);
  }

  private send(exchange: PublicExchange, extension: string): Promise<void> {
    return extension === '' ? this.sendHtml(exchange) : this.sendFormat(exchange, extension);
  }

  private async sendHtml(exchange: PublicExchange): Promise<void> {
    const { request, reply, address } = exchange;
    const page = await this.renderPage.execute(address, this.unlockCookie.tokensIn(request.cookies), request.ip);
    if ('movedTo' in page) return redirect(exchange, page.movedTo);
    this.responder.grant(exchange, page.access);
    if (isPrivate(page.access)) return sendPage(reply, 200, page.html);
    const etag = etagOf(page.digest);
    void reply.header('ETag', etag);
    if (matches(request.headers['if-none-match'], etag)) await reply.status(304).send();
    else await sendPage(reply, 200, page.html);
  }

  private async sendFormat(exchange: PublicExchange, extension: string): Promise<void> {
    const { request, reply } = exchange;
    const access = await this.responder.open(exchange, extension);
    if (access === null) return;
    const name = `${access.slug}${extension}`;
    if (extension === '.pdf') await sendPdf(reply, await this.renderPdf.execute(access, request.ip), name);
    else if (extension === '.json')
      await reply.send(exportJsonResume((await this.readProfile.execute(access)).visible));
    else if (extension === '.md' || extension === '.vcf') {
      const format = extension === '.md' ? 'md' : 'vcf';
      const bytes = await this.exportProfile.execute(await this.readProfile.execute(access), format, request.ip);
      await sendFile(reply, bytes, name, formats[format].mediaType);
    } else throw notFound();
  }
}

/** The name before the extension, and the extension with its dot or ''. */
function split(name: string): [string, string] {
  const [, stem = '', extension = ''] = /^([^.]*)(\.[a-z]+)?$/.exec(name) ?? [];
  return [stem, extension];
}
