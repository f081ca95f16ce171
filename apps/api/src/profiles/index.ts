export { Paper } from './paper/paper';
export { readFilesInUse } from './persistence/files-in-use';
export { countVisits } from './statistics/visit-reader';
export { ProfilesModule } from './profiles.module';
