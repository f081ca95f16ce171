import { hiddenByDefault } from '@canar/profile-document';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { PublicationPresenter } from './dto/publication-presenter';
import { Publication, PublicationBody, SlugAnswer } from './dto/publication.dto';
import { sendFile } from '../platform/http/send-file';
import { ProfileId } from '../platform/ids/ids';
import { qrCodeOf, qrMediaTypes } from './public-page/qr-code';
import { FindPublicUrl } from './use-cases/find-public-url';
import { PublishProfile } from './use-cases/publish-profile';
import { SuggestSlug } from './use-cases/suggest-slug';
import { UnpublishProfile } from './use-cases/unpublish-profile';

/** The publication of a profile. */
@ApiTags('publication')
@ApiBearerAuth()
@Controller('api/profiles')
@Requires('read')
export class PublicationsController {
  constructor(
    private readonly publishProfile: PublishProfile,
    private readonly unpublishProfile: UnpublishProfile,
    private readonly suggestSlug: SuggestSlug,
    private readonly findPublicUrl: FindPublicUrl,
    private readonly presenter: PublicationPresenter,
  ) {}

  @Get('slugs/:slug')
  @ApiOperation({ summary: 'Whether a slug is free, and a free one' })
  @ApiResponse({ status: 200, type: SlugAnswer })
  slug(@Param('slug') slug: string): Promise<SlugAnswer> {
    return this.suggestSlug.execute(slug);
  }

  @Put(':id/publication')
  @Requires('write')
  @ApiOperation({ summary: 'Publish the latest revision, or change its publication' })
  @ApiResponse({ status: 200, type: Publication })
  async publish(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Body() body: PublicationBody,
  ): Promise<Publication> {
    const { hiddenFields = [...hiddenByDefault], showCv = false, branded = true, ...rest } = body;
    const expiresAt = body.expiresAt ? new Date(body.expiresAt) : null;
    const input = { ...rest, hiddenFields, showCv, branded, expiresAt };
    return this.presenter.publication(await this.publishProfile.execute(tenantId, id, input));
  }

  @Get([':id/publication/qr.svg', ':id/publication/qr.png'])
  @ApiOperation({ summary: 'The QR code of the page’s address' })
  @ApiProduces('image/svg+xml', 'image/png')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async code(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { url, slug } = await this.findPublicUrl.execute(tenantId, id);
    const format = /\.png(\?|$)/.test(request.url) ? 'png' : 'svg';
    await sendFile(reply, await qrCodeOf(url, format), `${slug}.${format}`, qrMediaTypes[format]);
  }

  @Delete(':id/publication')
  @Requires('write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Unpublish, everywhere at once' })
  async unpublish(@CurrentCaller() { tenantId }: Caller, @Param('id', ParseUUIDPipe) id: ProfileId): Promise<void> {
    await this.unpublishProfile.execute(tenantId, id);
  }
}
