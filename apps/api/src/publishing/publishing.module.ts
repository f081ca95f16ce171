import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth';
import { CreditsModule } from '../credits';
import { ProfilesModule } from '../profiles';
import { DescribePublications } from './describe-publications';
import { PublicationPresenter } from './dto/publication-presenter';
import { PublishingAccountData } from './publishing-account-data';
import { TenantPublications } from './persistence/tenant-publications';
import { PublicationEntity } from './persistence/publication.entity';
import { PublicationRepository } from './persistence/publication.repository';
import { ShareLinkEntity } from './persistence/share-link.entity';
import { ShareLinkRepository } from './persistence/share-link.repository';
import { SitemapRepository } from './persistence/sitemap.repository';
import { PublicPageModule } from './public-page/public-page.module';
import { PublicationsController } from './publications.controller';
import { ShareLinksController } from './share-links.controller';
import { SitemapController } from './sitemap.controller';
import { CreateShareLink } from './use-cases/create-share-link';
import { FindPublicUrl } from './use-cases/find-public-url';
import { ListPublicPages } from './use-cases/list-public-pages';
import { ListShareLinks } from './use-cases/list-share-links';
import { PublishProfile } from './use-cases/publish-profile';
import { RefreshPublication } from './refresh-publication';
import { RevokeShareLink } from './use-cases/revoke-share-link';
import { SuggestSlug } from './use-cases/suggest-slug';
import { UnpublishProfile } from './use-cases/unpublish-profile';
import { ValidatePublication } from './use-cases/validate-publication';

/** Publications, share links and slugs, and the pages that visitors see. */
@Module({
  imports: [
    TypeOrmModule.forFeature([PublicationEntity, ShareLinkEntity]),
    AuthModule,
    CreditsModule,
    ProfilesModule,
    PublicPageModule,
  ],
  controllers: [PublicationsController, ShareLinksController, SitemapController],
  providers: [
    PublicationRepository,
    ShareLinkRepository,
    SitemapRepository,
    PublicationPresenter,
    DescribePublications,
    RefreshPublication,
    PublishProfile,
    ValidatePublication,
    UnpublishProfile,
    SuggestSlug,
    FindPublicUrl,
    CreateShareLink,
    ListShareLinks,
    RevokeShareLink,
    ListPublicPages,
    TenantPublications,
    PublishingAccountData,
  ],
})
export class PublishingModule {}
