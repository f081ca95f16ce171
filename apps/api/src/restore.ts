import { parseArgs } from 'node:util';
import { readDatabaseUrls, readOptionalDatabaseUrl, readProgramPlaces, readStorageEnv } from '@canar/api-env';
import { readLedgerHeads, verifyLedgerOver } from './credits';
import { chargedActsOver } from './profiles';
import { sentenceOf } from './platform/backup/backup.errors';
import { databaseOf, inDatabase } from './platform/backup/database-address';
import { restoreBackup } from './platform/backup/restore-backup';
import { withUnitOfWork } from './platform/database/open-unit-of-work';
import type { UnitOfWork } from './platform/database/unit-of-work';
import { openStorage } from './platform/storage/open-storage';

const options = {
  from: { type: 'string' },
  into: { type: 'string' },
  files: { type: 'string' },
  replace: { type: 'boolean', default: false },
} as const;

/** The restore: a backup into the installation that the environment names, or beside it. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  if (!values.from) throw new Error('Say which backup: --from FOLDER.');
  const urls = readDatabaseUrls('DATABASE_ADMIN_URL', 'DATABASE_MIGRATION_URL', 'DATABASE_URL');
  const name = values.into ?? databaseOf(urls.DATABASE_URL);
  if (name !== databaseOf(urls.DATABASE_URL) && !values.files) {
    throw new Error('Beside the product, files need a folder of their own: --files FOLDER.');
  }
  const storage = readStorageEnv();
  const { manifest, formerName } = await restoreBackup({
    from: values.from,
    target: {
      admin: urls.DATABASE_ADMIN_URL,
      owner: inDatabase(urls.DATABASE_MIGRATION_URL, name),
      app: inDatabase(urls.DATABASE_URL, name),
      backup: readOptionalDatabaseUrl('DATABASE_BACKUP_URL'),
    },
    storage: await openStorage(values.files ? { ...storage, STORAGE: 'disk', STORAGE_DIR: values.files } : storage),
    data: { ledgerHeads: readLedgerHeads },
    verifyLedger: (url) => withUnitOfWork({ url, auth: 'password', region: storage.AWS_REGION }, firstFault),
    replace: values.replace,
    now: new Date(),
    places: readProgramPlaces(),
    log: (line) => console.log(line),
  });
  if (formerName !== null)
    console.log(`The former database is now called ${formerName}: drop it when it is no longer needed.`);
  console.log(`The database ${name} is as it was at ${manifest.takenAt}.`);
}

async function firstFault(unitOfWork: UnitOfWork): Promise<string | null> {
  const { faulty } = await verifyLedgerOver(unitOfWork, chargedActsOver(unitOfWork));
  const [first] = faulty;
  return first ? `tenant ${first.tenantId}, ${first.sentences[0]}` : null;
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});
