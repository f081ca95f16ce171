import { hiddenByDefault } from '@canar/profile-document';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { ProfileAnswers } from './dto/profile-answers';
import { Publication, PublicationBody, SlugAnswer } from './dto/publication.dto';
import { PublishProfile } from './use-cases/publish-profile';
import { SuggestSlug } from './use-cases/suggest-slug';
import { UnpublishProfile } from './use-cases/unpublish-profile';

/** Showing a profile under an address. */
@ApiTags('publication')
@ApiBearerAuth()
@Controller('api/profiles')
export class PublicationsController {
  constructor(
    private readonly publishProfile: PublishProfile,
    private readonly unpublishProfile: UnpublishProfile,
    private readonly suggestSlug: SuggestSlug,
    private readonly answers: ProfileAnswers,
  ) {}

  @Get('slugs/:slug')
  @ApiOperation({ summary: 'Whether a link is free, and one that is' })
  @ApiResponse({ status: 200, type: SlugAnswer })
  slug(@Param('slug') slug: string): Promise<SlugAnswer> {
    return this.suggestSlug.run(slug);
  }

  @Put(':id/publication')
  @Requires('write')
  @ApiOperation({ summary: 'Publish the latest revision, or change how it is shown' })
  @ApiResponse({ status: 200, type: Publication })
  async publish(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PublicationBody,
  ): Promise<Publication> {
    const { slug, visibility, hiddenFields = [...hiddenByDefault], showCv = false, template = 'classic' } = body;
    const terms = { slug, visibility, hiddenFields, showCv, template };
    return this.answers.publication(await this.publishProfile.run(tenantId, id, terms));
  }

  @Delete(':id/publication')
  @Requires('write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Unpublish, everywhere at once' })
  async unpublish(@CurrentCaller() { tenantId }: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.unpublishProfile.run(tenantId, id);
  }
}
