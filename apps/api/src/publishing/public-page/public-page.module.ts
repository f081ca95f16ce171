import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth';
import { ProfilesModule } from '../../profiles';
import { PageAccessChecker } from './page-access-checker';
import { PageMemory } from './page-memory';
import { PublicProfileRepository } from './persistence/public-profile.repository';
import { PublicFilesController } from './public-files.controller';
import { PublicPageController } from './public-page.controller';
import { PublicPageErrorFilter } from './public-page-error.filter';
import { PublicPageResponder } from './public-page-responder';
import { UnlockCookie } from './unlock-cookie';
import { DrawCard } from './use-cases/draw-card';
import { DrawPublicPage } from './use-cases/draw-public-page';
import { ExportPublicProfile } from './use-cases/export-public-profile';
import { ReadPagePhoto } from './use-cases/read-page-photo';
import { ReadPublicCv } from './use-cases/read-public-cv';
import { ReadPublicPhoto } from './use-cases/read-public-photo';
import { ReadPublicProfile } from './use-cases/read-public-profile';
import { RenderPublicPage } from './use-cases/render-public-page';
import { RenderPublicPdf } from './use-cases/render-public-pdf';
import { UnlockPage } from './use-cases/unlock-page';

/** What visitors see of a published profile. */
@Module({
  imports: [AuthModule, ProfilesModule],
  controllers: [PublicFilesController, PublicPageController],
  providers: [
    PublicProfileRepository,
    PageMemory,
    PageAccessChecker,
    PublicPageResponder,
    PublicPageErrorFilter,
    UnlockCookie,
    UnlockPage,
    RenderPublicPage,
    RenderPublicPdf,
    DrawPublicPage,
    ReadPublicProfile,
    ExportPublicProfile,
    ReadPublicCv,
    ReadPagePhoto,
    ReadPublicPhoto,
    DrawCard,
  ],
})
export class PublicPageModule {}
