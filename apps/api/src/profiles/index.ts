export { Paper } from './paper/paper';
export { readFilesInUse } from './persistence/files-in-use';
export { ProfilesModule } from './profiles.module';
