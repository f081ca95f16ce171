import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PdfTextReader } from '@canar/profile-import';
import { AuthModule } from '../auth';
import { CreditsModule } from '../credits';
import { ComparisonController } from './comparison.controller';
import { DraftsController } from './drafts.controller';
import { ProfileAnswers } from './dto/profile-answers';
import { ExchangeController } from './exchange.controller';
import { FilesController } from './files.controller';
import { FileBodies } from './import/file-bodies';
import { Paper } from './paper/paper';
import { TypstPaper } from './paper/typst-paper';
import { DraftRepository } from './persistence/draft.repository';
import { FileEntity } from './persistence/file.entity';
import { FileRepository } from './persistence/file.repository';
import { ProfileEntity } from './persistence/profile.entity';
import { ProfileRepository } from './persistence/profile.repository';
import { PublicProfileRepository } from './persistence/public-profile.repository';
import { PublicationEntity } from './persistence/publication.entity';
import { PublicationRepository } from './persistence/publication.repository';
import { RevisionRepository } from './persistence/revision.repository';
import { TrashRepository } from './persistence/trash.repository';
import { PhotoAddresses } from './photo/photo-addresses';
import { PhotoSizes } from './photo/photo-sizes';
import { ProfilesController } from './profiles.controller';
import { ShareLinkEntity } from './persistence/share-link.entity';
import { ShareLinkRepository } from './persistence/share-link.repository';
import { SitemapRepository } from './persistence/sitemap.repository';
import { StatisticsRepository } from './persistence/statistics.repository';
import { SqlVisitStore } from './persistence/visit-count.repository';
import { PublicPageController } from './public-page.controller';
import { PublicPicturesController } from './public-pictures.controller';
import { Entrances } from './public/entrances';
import { PageMemory } from './public/page-memory';
import { Reception } from './public/reception';
import { UnlockPasses } from './public/unlock-passes';
import { PublicationsController } from './publications.controller';
import { RevisionsController } from './revisions.controller';
import { ShareLinksController } from './share-links.controller';
import { SitemapController } from './sitemap.controller';
import { StatisticsController } from './statistics.controller';
import { VisitCounter } from './statistics/visit-counter';
import { VisitReader } from './statistics/visit-reader';
import { VisitStore } from './statistics/visit-store';
import { TrashController } from './trash.controller';
import { UploadsController } from './uploads.controller';
import { UploadTickets } from './uploads/upload-tickets';
import { AgreeTerms } from './use-cases/agree-terms';
import { AnnounceRevision } from './use-cases/announce-revision';
import { ChangeProfile } from './use-cases/change-profile';
import { RemoveOrphans } from './use-cases/remove-orphans';
import { EmptyQuarantine } from './use-cases/empty-quarantine';
import { OpenUpload } from './use-cases/open-upload';
import { ReceiveUpload } from './use-cases/receive-upload';
import { CompleteUpload } from './use-cases/complete-upload';
import { CompareStates } from './use-cases/compare-states';
import { CopyFiles } from './use-cases/copy-files';
import { CreateProfile } from './use-cases/create-profile';
import { CreateShareLink } from './use-cases/create-share-link';
import { DeleteFiles } from './use-cases/delete-files';
import { DescribeCharges } from './use-cases/describe-charges';
import { DrawCard } from './use-cases/draw-card';
import { DrawPublicPage } from './use-cases/draw-public-page';
import { DuplicateProfile } from './use-cases/duplicate-profile';
import { EditDraft } from './use-cases/edit-draft';
import { EmptyTrash } from './use-cases/empty-trash';
import { ExportProfile } from './use-cases/export-profile';
import { FindOwnAddress } from './use-cases/find-own-address';
import { ImportResume } from './use-cases/import-resume';
import { ForgetCounts } from './use-cases/forget-counts';
import { ListProfiles } from './use-cases/list-profiles';
import { ListPublicPages } from './use-cases/list-public-pages';
import { ListShareLinks } from './use-cases/list-share-links';
import { PublishProfile } from './use-cases/publish-profile';
import { ReadOwnFile } from './use-cases/read-own-file';
import { ReadRevisions } from './use-cases/read-revisions';
import { RenderPublicPage } from './use-cases/render-public-page';
import { ReplaceFile } from './use-cases/replace-file';
import { RequireProfile } from './use-cases/require-profile';
import { RestoreProfile } from './use-cases/restore-profile';
import { RestoreRevision } from './use-cases/restore-revision';
import { RevokeShareLink } from './use-cases/revoke-share-link';
import { SaveRevision } from './use-cases/save-revision';
import { ShowPublicProfile } from './use-cases/show-public-profile';
import { ShowStatistics } from './use-cases/show-statistics';
import { SuggestSlug } from './use-cases/suggest-slug';
import { UndoRevision } from './use-cases/undo-revision';
import { UnlockPage } from './use-cases/unlock-page';
import { UnpublishProfile } from './use-cases/unpublish-profile';
import { UploadCv } from './use-cases/upload-cv';
import { UploadPhoto } from './use-cases/upload-photo';

const editing = [CreateProfile, DuplicateProfile, CopyFiles, ChangeProfile, ListProfiles, EditDraft, ExportProfile];
const importing = [ImportResume, FileBodies, { provide: PdfTextReader, useFactory: () => new PdfTextReader() }];
const trashing = [RestoreProfile, EmptyTrash, DeleteFiles];
const revising = [
  AnnounceRevision,
  SaveRevision,
  UndoRevision,
  RequireProfile,
  ReadRevisions,
  RestoreRevision,
  CompareStates,
  DescribeCharges,
];
const filing = [UploadPhoto, UploadCv, ReplaceFile, ReadOwnFile, PhotoSizes, PhotoAddresses];
const uploading = [OpenUpload, ReceiveUpload, CompleteUpload, UploadTickets, RemoveOrphans, EmptyQuarantine];
const publishing = [PublishProfile, AgreeTerms, UnpublishProfile, SuggestSlug, FindOwnAddress];
const sharing = [CreateShareLink, ListShareLinks, RevokeShareLink];
const counting = [
  ...[VisitReader, VisitCounter, ShowStatistics, ForgetCounts],
  { provide: VisitStore, useClass: SqlVisitStore },
];
const showing = [
  ...[Entrances, Reception, UnlockPasses, UnlockPage, PageMemory],
  ...[RenderPublicPage, DrawPublicPage, ShowPublicProfile, DrawCard, ListPublicPages],
];
const repositories = [
  ProfileRepository,
  TrashRepository,
  DraftRepository,
  RevisionRepository,
  FileRepository,
  PublicationRepository,
  PublicProfileRepository,
  ShareLinkRepository,
  SitemapRepository,
  StatisticsRepository,
];

/** Profiles: editing, saving, filing, publishing. */
@Module({
  imports: [
    TypeOrmModule.forFeature([ProfileEntity, FileEntity, PublicationEntity, ShareLinkEntity]),
    AuthModule,
    CreditsModule,
  ],
  controllers: [
    TrashController,
    ProfilesController,
    PublicationsController,
    DraftsController,
    RevisionsController,
    ComparisonController,
    FilesController,
    UploadsController,
    ExchangeController,
    ShareLinksController,
    StatisticsController,
    SitemapController,
    PublicPicturesController,
    PublicPageController,
  ],
  providers: [
    ...editing,
    ...importing,
    ...trashing,
    ...revising,
    ...filing,
    ...uploading,
    ...publishing,
    ...sharing,
    ...showing,
    ...counting,
    ...repositories,
    ProfileAnswers,
    { provide: Paper, useClass: TypstPaper },
  ],
})
export class ProfilesModule {}
