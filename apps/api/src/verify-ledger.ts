import { readDatabaseUrls } from '@canar/api-env';
import { verifyLedgerOver } from './credits';
import { sentenceOf } from './platform/backup/backup.errors';
import { withUnitOfWork } from './platform/database/open-unit-of-work';

/** The check of the ledger: every account's chain in the database of DATABASE_URL, from its first entry to its head. */
async function main(): Promise<void> {
  const { DATABASE_URL } = readDatabaseUrls('DATABASE_URL');
  const { accounts, entries, faults } = await withUnitOfWork(DATABASE_URL, verifyLedgerOver);
  for (const { tenantId, sequence } of faults) {
    console.error(`The ledger of tenant ${tenantId} does not hold from its entry ${sequence} on.`);
  }
  if (faults.length > 0) process.exitCode = 1;
  else console.log(`The ledger holds: ${accounts} accounts, ${entries} entries.`);
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});
