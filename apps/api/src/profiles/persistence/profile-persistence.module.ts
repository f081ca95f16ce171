import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CreditsModule } from '../../credits';
import { DocumentLookup } from './document-lookup';
import { DraftRepository } from './draft.repository';
import { ProfileEntity } from './profile.entity';
import { ProfileLookup } from './profile-lookup';
import { ProfileRepository } from './profile.repository';
import { RevisionRepository } from './revision.repository';
import { StorageQuota } from './storage-quota';
import { TrashRepository } from './trash.repository';

const repositories = [
  ProfileRepository,
  ProfileLookup,
  DocumentLookup,
  DraftRepository,
  StorageQuota,
  RevisionRepository,
  TrashRepository,
];

/** The tables of profiles, drafts and revisions. */
@Module({
  imports: [TypeOrmModule.forFeature([ProfileEntity]), CreditsModule],
  providers: repositories,
  exports: repositories,
})
export class ProfilePersistenceModule {}
