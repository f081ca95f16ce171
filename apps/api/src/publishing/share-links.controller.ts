import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { PublicationPresenter } from './dto/publication-presenter';
import { ShareLink, ShareLinkBody, ShareLinkList } from './dto/share-link.dto';
import { CreateShareLink } from './use-cases/create-share-link';
import { ListShareLinks } from './use-cases/list-share-links';
import { RevokeShareLink } from './use-cases/revoke-share-link';
import { ProfileId, ShareLinkId } from '../platform/ids/ids';

/** Named links to a published profile, one for each recipient. */
@ApiTags('publication')
@ApiBearerAuth()
@Controller('api/profiles/:id/share-links')
@Requires('read')
export class ShareLinksController {
  constructor(
    private readonly createLink: CreateShareLink,
    private readonly listLinks: ListShareLinks,
    private readonly revokeLink: RevokeShareLink,
    private readonly presenter: PublicationPresenter,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The links that are not revoked, latest first' })
  @ApiResponse({ status: 200, type: ShareLinkList })
  async list(@CurrentCaller() { tenantId }: Caller, @Param('id', ParseUUIDPipe) id: ProfileId): Promise<ShareLinkList> {
    const { links, slug } = await this.listLinks.execute(tenantId, id);
    return { links: links.map((link) => this.presenter.shareLink(link, slug)) };
  }

  @Post()
  @Requires('write')
  @ApiOperation({ summary: 'Create a link that opens the page for one recipient, also an unlisted or protected one' })
  @ApiResponse({ status: 201, type: ShareLink })
  async create(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Body() { label, password, expiresAt }: ShareLinkBody,
  ): Promise<ShareLink> {
    const input = { label, password, expiresAt: expiresAt ? new Date(expiresAt) : null };
    const { link, slug } = await this.createLink.execute(tenantId, id, input);
    return this.presenter.shareLink(link, slug);
  }

  @Delete(':link')
  @Requires('write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a link, everywhere at once' })
  async revoke(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Param('link', ParseUUIDPipe) link: ShareLinkId,
  ): Promise<void> {
    await this.revokeLink.execute(tenantId, id, link);
  }
}
