import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../../auth';
import { ProfilePersistenceModule } from '../persistence/profile-persistence.module';
import { ProfilePortsModule } from '../profile-ports.module';
import { CopyFiles } from './copy-files';
import { RequireProfile } from '../use-cases/require-profile';
import { FilePresenter } from './dto/file-presenter';
import { FileBodies } from './file-bodies';
import { FilesController } from './files.controller';
import { FileEntity } from './persistence/file.entity';
import { FileRepository } from './persistence/file.repository';
import { PhotoAddresses } from './photo/photo-addresses';
import { UnusedBytes } from './unused-bytes';
import { UploadTokens } from './upload-tokens';
import { UploadsController } from './uploads.controller';
import { CompleteUpload } from './use-cases/complete-upload';
import { CreateUpload } from './use-cases/create-upload';
import { DeleteFiles } from './use-cases/delete-files';
import { EmptyQuarantine } from './use-cases/empty-quarantine';
import { ReadCv } from './use-cases/read-cv';
import { ReadPhoto } from './use-cases/read-photo';
import { RemoveFile } from './use-cases/remove-file';
import { RemoveOrphans } from './use-cases/remove-orphans';
import { ReplaceFile } from './use-cases/replace-file';
import { StoreUpload } from './use-cases/store-upload';
import { UploadCv } from './use-cases/upload-cv';
import { UploadPhoto } from './use-cases/upload-photo';

/** The photo and the CV of a profile: uploaded, cropped, replaced, removed. */
@Module({
  imports: [TypeOrmModule.forFeature([FileEntity]), AuthModule, ProfilePersistenceModule, ProfilePortsModule],
  controllers: [FilesController, UploadsController],
  providers: [
    FileRepository,
    FilePresenter,
    FileBodies,
    PhotoAddresses,
    UploadTokens,
    UploadPhoto,
    UploadCv,
    RequireProfile,
    UnusedBytes,
    ReplaceFile,
    RemoveFile,
    ReadCv,
    ReadPhoto,
    CopyFiles,
    DeleteFiles,
    CreateUpload,
    StoreUpload,
    CompleteUpload,
    EmptyQuarantine,
    RemoveOrphans,
  ],
  exports: [FileRepository, FilePresenter, CopyFiles],
})
export class FilesModule {}
