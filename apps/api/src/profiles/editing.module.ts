import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { CreditsModule } from '../credits';
import { ComparisonController } from './comparison.controller';
import { CurrentDraft } from './current-draft';
import { DescribeCharges } from './describe-charges';
import { DraftsController } from './drafts.controller';
import { ProfilePresenter } from './dto/profile-presenter';
import { FilesModule } from './files/files.module';
import { ProfilePersistenceModule } from './persistence/profile-persistence.module';
import { ProfilePortsModule } from './profile-ports.module';
import { CollectedProfiles } from './persistence/collected-profiles';
import { ProfilesAccountData } from './persistence/profiles-account-data';
import { TenantProfiles } from './persistence/tenant-profiles';
import { ProfilesController } from './profiles.controller';
import { RevisionsController } from './revisions.controller';
import { TrashController } from './trash.controller';
import { ChangeProfile } from './use-cases/change-profile';
import { CompareStates } from './use-cases/compare-states';
import { CreateProfile } from './use-cases/create-profile';
import { DuplicateProfile } from './use-cases/duplicate-profile';
import { EmptyTrash } from './use-cases/empty-trash';
import { ListProfiles } from './use-cases/list-profiles';
import { ListRevisions } from './use-cases/list-revisions';
import { ListTags } from './use-cases/list-tags';
import { ListTrash } from './use-cases/list-trash';
import { NameRevision } from './use-cases/name-revision';
import { ReadDraft } from './use-cases/read-draft';
import { ReadProfile } from './use-cases/read-profile';
import { ReadRevision } from './use-cases/read-revision';
import { ReadStorage } from './use-cases/read-storage';
import { RequireProfile } from './use-cases/require-profile';
import { RestoreProfile } from './use-cases/restore-profile';
import { RestoreRevision } from './use-cases/restore-revision';
import { SaveDraft } from './use-cases/save-draft';
import { SaveRevision } from './use-cases/save-revision';
import { TrashProfile } from './use-cases/trash-profile';
import { UndoRevision } from './use-cases/undo-revision';

/** Profiles with their drafts, revisions, comparison and trash. */
@Module({
  imports: [AuthModule, CreditsModule, ProfilePersistenceModule, ProfilePortsModule, FilesModule],
  controllers: [TrashController, ProfilesController, DraftsController, RevisionsController, ComparisonController],
  providers: [
    ReadStorage,
    ProfilePresenter,
    CreateProfile,
    DuplicateProfile,
    ChangeProfile,
    ListTags,
    NameRevision,
    TrashProfile,
    ListProfiles,
    ReadProfile,
    CurrentDraft,
    ReadDraft,
    SaveDraft,
    SaveRevision,
    UndoRevision,
    RequireProfile,
    ListRevisions,
    ReadRevision,
    RestoreRevision,
    CompareStates,
    DescribeCharges,
    ListTrash,
    RestoreProfile,
    EmptyTrash,
    TenantProfiles,
    CollectedProfiles,
    ProfilesAccountData,
  ],
  exports: [ReadProfile],
})
export class EditingModule {}
