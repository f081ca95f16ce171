import { Module } from '@nestjs/common';
import { ProfileChanges } from './profile-changes';
import { ProfilePublications } from './profile-publications';

/** The ports at which other modules listen for changes of profiles and describe their publications. */
@Module({
  providers: [ProfileChanges, ProfilePublications],
  exports: [ProfileChanges, ProfilePublications],
})
export class ProfilePortsModule {}
