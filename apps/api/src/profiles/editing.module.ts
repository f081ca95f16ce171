import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { CreditsModule } from '../credits';
import { ComparisonController } from './comparison.controller';
import { DraftsController } from './drafts.controller';
import { ProfilePresenter } from './dto/profile-presenter';
import { FilesModule } from './files/files.module';
import { ProfilePersistenceModule } from './persistence/profile-persistence.module';
import { ProfilePortsModule } from './profile-ports.module';
import { ProfilesController } from './profiles.controller';
import { RevisionsController } from './revisions.controller';
import { TrashController } from './trash.controller';
import { ChangeProfile } from './use-cases/change-profile';
import { CompareStates } from './use-cases/compare-states';
import { CreateProfile } from './use-cases/create-profile';
import { DescribeCharges } from './use-cases/describe-charges';
import { DuplicateProfile } from './use-cases/duplicate-profile';
import { EditDraft } from './use-cases/edit-draft';
import { EmptyTrash } from './use-cases/empty-trash';
import { ListProfiles } from './use-cases/list-profiles';
import { ReadRevisions } from './use-cases/read-revisions';
import { RequireProfile } from './use-cases/require-profile';
import { RestoreProfile } from './use-cases/restore-profile';
import { RestoreRevision } from './use-cases/restore-revision';
import { SaveRevision } from './use-cases/save-revision';
import { UndoRevision } from './use-cases/undo-revision';

/** Profiles with their drafts, revisions, comparison and trash. */
@Module({
  imports: [AuthModule, CreditsModule, ProfilePersistenceModule, ProfilePortsModule, FilesModule],
  controllers: [TrashController, ProfilesController, DraftsController, RevisionsController, ComparisonController],
  providers: [
    ProfilePresenter,
    CreateProfile,
    DuplicateProfile,
    ChangeProfile,
    ListProfiles,
    EditDraft,
    SaveRevision,
    UndoRevision,
    RequireProfile,
    ReadRevisions,
    RestoreRevision,
    CompareStates,
    DescribeCharges,
    RestoreProfile,
    EmptyTrash,
  ],
  exports: [ListProfiles],
})
export class EditingModule {}
