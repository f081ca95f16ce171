import { parseArgs } from 'node:util';
import { readDatabaseUrls, readOptionalDatabaseUrl, readProgramPlaces, readStorageEnv } from '@canar/api-env';
import { readLedgerHeads } from './credits';
import { sentenceOf } from './platform/backup/backup.errors';
import { databaseOf, inDatabase } from './platform/backup/database-address';
import { takeBackup } from './platform/backup/take-backup';
import { openStorage } from './platform/storage/open-storage';
import { readFilesInUse } from './profiles';

/** The backup: the database and the files of this installation into a folder of their own under `--to`. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  if (!values.to) throw new Error('Say where the backup goes: --to FOLDER.');
  process.umask(0o077);
  const { folder, manifest } = await takeBackup({
    database: readOptionalDatabaseUrl('DATABASE_BACKUP_URL') ?? adminAddress(),
    storage: await openStorage(readStorageEnv()),
    data: { ledgerHeads: readLedgerHeads, filesInUse: readFilesInUse },
    to: values.to,
    now: new Date(),
    places: readProgramPlaces(),
  });
  const { tables, accounts, files } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`${rows} rows of ${tables.length} tables, ${accounts} ledger heads, ${files.count} files`);
  if (files.lost.length > 0) {
    console.error(`Rows speak of ${files.lost.length} files that are not in the store: ${files.lost.join(', ')}`);
  }
  console.log(folder);
}

function adminAddress(): string {
  const { DATABASE_ADMIN_URL, DATABASE_URL } = readDatabaseUrls('DATABASE_ADMIN_URL', 'DATABASE_URL');
  return inDatabase(DATABASE_ADMIN_URL, databaseOf(DATABASE_URL));
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});
