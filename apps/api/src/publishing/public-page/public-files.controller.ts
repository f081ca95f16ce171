import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Config } from '../../platform/config/config';
import { notFound } from '../../platform/errors/problem';
import { etagOf, matches } from '../../platform/http/etag';
import { Public } from '../../platform/http/public';
import { pagePath } from '../domain/page-path';
import { type PageAccess, isPrivate } from './domain/page-access';
import { sendFile } from '../../platform/http/send-file';
import { qrCodeOf, type QrForm, qrMediaTypes } from './qr-code';
import { PublicPageResponder, type PublicExchange, type PublicRequest } from './public-page-responder';
import { DrawCard } from './use-cases/draw-card';
import { ReadPublicProfile } from './use-cases/read-public-profile';

// The bytes of an address never change; that they are gone must be seen within five minutes.
const photoCaching = 'public, max-age=300, s-maxage=300, immutable';

interface Parts {
  slug: string;
  token?: string;
  file: string;
}

/** The files that stand below a public page: its photo, CV, social card and QR code. */
@ApiExcludeController()
@Controller('p')
@Public()
export class PublicFilesController {
  constructor(
    private readonly reception: PublicPageResponder,
    private readonly showProfile: ReadPublicProfile,
    private readonly drawCard: DrawCard,
    private readonly config: Config,
  ) {}

  @Get('media/:file')
  async media(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const { hash, extension } = photoOf(file);
    const { bytes, mediaType } = await this.showProfile.media(hash, extension);
    await reply.header('Cache-Control', photoCaching).type(mediaType).send(Buffer.from(bytes));
  }

  @Get([':slug/photo/:file', ':slug/s/:token/photo/:file'])
  async photo(@Param() parts: Parts, @Req() request: PublicRequest, @Res() reply: FastifyReply): Promise<void> {
    const { hash, extension } = photoOf(parts.file);
    await this.reception.show(visitOf(parts, request, reply), `/photo/${parts.file}`, async (entrance) => {
      const shown = await this.showProfile.find(entrance);
      const { bytes, mediaType } = await this.showProfile.photo(shown, hash, extension);
      if (isKnown(etagOf(parts.file), entrance, request, reply)) return reply.status(304).send();
      await reply.type(mediaType).send(Buffer.from(bytes));
    });
  }

  @Get([':slug/cv.pdf', ':slug/s/:token/cv.pdf'])
  async cv(@Param() parts: Parts, @Req() request: PublicRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.reception.show(visitOf(parts, request, reply), '/cv.pdf', async (entrance) => {
      const { bytes, fileName } = await this.showProfile.cv(await this.showProfile.find(entrance));
      await sendFile(reply, bytes, fileName, 'application/pdf');
    });
  }

  @Get([':slug/card.png', ':slug/s/:token/card.png'])
  async card(@Param() parts: Parts, @Req() request: PublicRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.reception.show(visitOf(parts, request, reply), '/card.png', async (entrance) => {
      if (isKnown(etagOf(`card-${entrance.version}`), entrance, request, reply)) return reply.status(304).send();
      await reply.type('image/png').send(await this.drawCard.run(entrance));
    });
  }

  @Get([':slug/qr.svg', ':slug/s/:token/qr.svg'])
  svg(@Param() parts: Parts, @Req() request: PublicRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.code(visitOf(parts, request, reply), 'svg');
  }

  @Get([':slug/qr.png', ':slug/s/:token/qr.png'])
  png(@Param() parts: Parts, @Req() request: PublicRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.code(visitOf(parts, request, reply), 'png');
  }

  private code(visit: PublicExchange, form: QrForm): Promise<void> {
    return this.reception.show(visit, `/qr.${form}`, async (entrance) => {
      const address = `${this.config.env.PUBLIC_URL}${pagePath(entrance)}`;
      await visit.reply.type(qrMediaTypes[form]).send(await qrCodeOf(address, form));
    });
  }
}

function visitOf({ slug, token }: Parts, request: PublicRequest, reply: FastifyReply): PublicExchange {
  return { request, reply, address: { slug, token: token ?? null } };
}

/** Names the state of a file to a browser that may keep it, and tells whether the browser has that state. */
function isKnown(etag: string, entrance: PageAccess, request: PublicRequest, reply: FastifyReply): boolean {
  if (isPrivate(entrance)) return false;
  void reply.header('ETag', etag);
  return matches(request.headers['if-none-match'], etag);
}

function photoOf(file: string): { hash: string; extension: string } {
  const [, hash, extension] = /^([0-9a-f]{64})\.(webp|jpg)$/.exec(file) ?? [];
  if (!hash || !extension) throw notFound();
  return { hash, extension };
}
