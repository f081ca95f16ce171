import { Module } from '@nestjs/common';
import { EditingModule } from './editing.module';
import { FilesModule } from './files/files.module';
import { ImportExportModule } from './import-export/import-export.module';
import { ProfilePersistenceModule } from './persistence/profile-persistence.module';
import { ProfilePortsModule } from './profile-ports.module';

/** Profiles: editing, files, import and export. */
@Module({
  imports: [EditingModule, FilesModule, ImportExportModule, ProfilePersistenceModule, ProfilePortsModule],
  exports: [ImportExportModule, ProfilePersistenceModule, ProfilePortsModule],
})
export class ProfilesModule {}
