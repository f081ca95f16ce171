import { parseArgs } from 'node:util';
import { readDatabaseEnv } from '@canar/api-env';
import { validate as isId } from 'uuid';
import { liftSuspension, suspendFaulty, verifyLedgerOver } from './credits';
import { sentenceOf } from './platform/backup/backup.errors';
import { databaseOf } from './platform/database/connection';
import { withUnitOfWork } from './platform/database/open-unit-of-work';
import type { UnitOfWork } from './platform/database/unit-of-work';
import { TenantId } from './platform/ids/ids';
import { chargedActsOver } from './profiles';

const options = { lift: { type: 'string' }, reason: { type: 'string' } } as const;

/**
 * The check of the ledger: every account of the database of DATABASE_URL. An account that disagrees cannot spend until
 * `--lift TENANT --reason TEXT` says why it may.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  await withUnitOfWork(databaseOf(readDatabaseEnv()), (unitOfWork) =>
    values.lift === undefined ? verify(unitOfWork) : lift(unitOfWork, values.lift, values.reason?.trim() ?? ''),
  );
}

async function verify(unitOfWork: UnitOfWork): Promise<void> {
  const report = await verifyLedgerOver(unitOfWork, chargedActsOver(unitOfWork));
  await suspendFaulty(unitOfWork, report, new Date());
  for (const { tenantId, sentences } of report.faulty) {
    console.error(`The ledger of tenant ${tenantId} does not hold: ${sentences.join('; ')}.`);
  }
  if (report.faulty.length > 0) process.exitCode = 1;
  else console.log(`The ledger holds: ${report.accounts} accounts, ${report.entries} entries.`);
}

async function lift(unitOfWork: UnitOfWork, tenantId: string, reason: string): Promise<void> {
  if (!isId(tenantId)) throw new Error('--lift takes the id of a tenant.');
  if (reason === '') throw new Error('Say why the account may spend again: --reason TEXT.');
  if (!(await liftSuspension(unitOfWork, TenantId(tenantId), reason, new Date()))) {
    throw new Error('This account is not suspended.');
  }
  console.log(`The account of tenant ${tenantId} may spend again.`);
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});
