import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Config } from '../../platform/config/config';
import { notFound } from '../../platform/errors/problem';
import { etagOf, matches } from '../../platform/http/etag';
import { Public } from '../../platform/http/public.decorator';
import { sendFile } from '../../platform/http/send-file';
import { RateLimits } from '../../platform/rate-limits/rate-limits';
import { pagePath } from '../domain/page-path';
import { isPrivate, type PageAccess } from './domain/page-access';
import { PublicPageErrorFilter } from './public-page-error.filter';
import { type PublicExchange, PublicPageResponder, type PublicRequest } from './public-page-responder';
import { qrCodeOf, type QrFormat, qrMediaTypes } from './qr-code';
import { DrawCard } from './use-cases/draw-card';
import { ReadPagePhoto } from './use-cases/read-page-photo';
import { ReadPublicCv } from './use-cases/read-public-cv';
import { ReadPublicPhoto } from './use-cases/read-public-photo';
import { ReadPublicProfile } from './use-cases/read-public-profile';

// The bytes of an address never change; that they are gone must be visible within five minutes.
const photoCacheControl = 'public, max-age=300, s-maxage=300, immutable';

interface Parts {
  slug: string;
  token?: string;
  file: string;
}

/** The files below a public page: its photo, CV, social card and QR code. */
@ApiExcludeController()
@Controller('p')
@Public()
@UseFilters(PublicPageErrorFilter)
export class PublicFilesController {
  constructor(
    private readonly responder: PublicPageResponder,
    private readonly readProfile: ReadPublicProfile,
    private readonly readPublicPhoto: ReadPublicPhoto,
    private readonly readPagePhoto: ReadPagePhoto,
    private readonly readCv: ReadPublicCv,
    private readonly drawCard: DrawCard,
    private readonly config: Config,
    private readonly limits: RateLimits,
  ) {}

  @Get('media/:file')
  async media(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const { hash, extension } = photoOf(file);
    const { bytes, mediaType } = await this.readPublicPhoto.execute(hash, extension);
    await reply.header('Cache-Control', photoCacheControl).type(mediaType).send(Buffer.from(bytes));
  }

  @Get([':slug/photo/:file', ':slug/s/:token/photo/:file'])
  async photo(@Param() parts: Parts, @Req() request: PublicRequest, @Res() reply: FastifyReply): Promise<void> {
    const { hash, extension } = photoOf(parts.file);
    const access = await this.open(this.begin(parts, request, reply), `/photo/${parts.file}`);
    if (access === null) return;
    const profile = await this.readProfile.execute(access);
    const { bytes, mediaType } = await this.readPagePhoto.execute(profile, hash, extension);
    if (isNotModified(etagOf(parts.file), access, request, reply)) await reply.status(304).send();
    else await reply.type(mediaType).send(Buffer.from(bytes));
  }

  @Get([':slug/cv.pdf', ':slug/s/:token/cv.pdf'])
  async cv(@Param() parts: Parts, @Req() request: PublicRequest, @Res() reply: FastifyReply): Promise<void> {
    const access = await this.open(this.begin(parts, request, reply), '/cv.pdf');
    if (access === null) return;
    const { bytes, fileName } = await this.readCv.execute(await this.readProfile.execute(access));
    await sendFile(reply, bytes, fileName, 'application/pdf');
  }

  @Get([':slug/card.png', ':slug/s/:token/card.png'])
  async card(@Param() parts: Parts, @Req() request: PublicRequest, @Res() reply: FastifyReply): Promise<void> {
    const access = await this.open(this.begin(parts, request, reply), '/card.png');
    if (access === null) return;
    if (isNotModified(etagOf(`card-${access.version}`), access, request, reply)) await reply.status(304).send();
    else {
      await this.limits.consume('render.address', request.ip);
      await reply.type('image/png').send(await this.drawCard.execute(access, request.ip));
    }
  }

  @Get([':slug/qr.svg', ':slug/s/:token/qr.svg'])
  svg(@Param() parts: Parts, @Req() request: PublicRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.sendCode(this.begin(parts, request, reply), 'svg');
  }

  @Get([':slug/qr.png', ':slug/s/:token/qr.png'])
  png(@Param() parts: Parts, @Req() request: PublicRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.sendCode(this.begin(parts, request, reply), 'png');
  }

  private async sendCode(exchange: PublicExchange, format: QrFormat): Promise<void> {
    const access = await this.open(exchange, `/qr.${format}`);
    if (access === null) return;
    const url = `${this.config.env.PUBLIC_URL}${pagePath(access)}`;
    await exchange.reply.type(qrMediaTypes[format]).send(await qrCodeOf(url, format));
  }

  private begin({ slug, token }: Parts, request: PublicRequest, reply: FastifyReply): PublicExchange {
    return this.responder.begin(request, reply, { slug, token: token ?? null });
  }

  private open(exchange: PublicExchange, rest: string): Promise<PageAccess | null> {
    return this.responder.open(exchange, rest);
  }
}

/** Sets the ETag of a file that the browser may store, and says whether the browser has it. */
function isNotModified(etag: string, access: PageAccess, request: PublicRequest, reply: FastifyReply): boolean {
  if (isPrivate(access)) return false;
  void reply.header('ETag', etag);
  return matches(request.headers['if-none-match'], etag);
}

function photoOf(file: string): { hash: string; extension: string } {
  const [, hash, extension] = /^([0-9a-f]{64})\.(webp|jpg)$/.exec(file) ?? [];
  if (!hash || !extension) throw notFound();
  return { hash, extension };
}
