import { Module } from '@nestjs/common';
import { ProfileChanges } from './use-cases/profile-changes';
import { ProfilePublications } from './use-cases/profile-publications';

/** The ports at which other modules hear of profiles and describe their publications. */
@Module({
  providers: [ProfileChanges, ProfilePublications],
  exports: [ProfileChanges, ProfilePublications],
})
export class ProfilePortsModule {}
