import { parseArgs } from 'node:util';
import { readDatabaseEnv } from '@canar/api-env';
import { changeOperatorsOver, type OperatorChange } from './auth';
import { sentenceOf } from './platform/backup/backup.errors';
import { databaseOf } from './platform/database/connection';
import { withUnitOfWork } from './platform/database/open-unit-of-work';

const usage = 'Say who: operator grant EMAIL, or operator revoke EMAIL.';

const sentences: Record<'grant' | 'revoke', Record<OperatorChange, string>> = {
  grant: {
    changed: 'This person is an operator now. The operator console, /operator/, asks for a second factor.',
    unchanged: 'This person is an operator already.',
    unknown: 'No account has this address: register it first.',
  },
  revoke: {
    changed: 'This person is not an operator any more.',
    unchanged: 'This person is not an operator.',
    unknown: 'No account has this address.',
  },
};

/** Makes the person of an address an operator of the database of DATABASE_URL, or an ordinary person again. */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [change, email, ...more] = positionals;
  if ((change !== 'grant' && change !== 'revoke') || email === undefined || more.length > 0) throw new Error(usage);
  const outcome = await withUnitOfWork(databaseOf(readDatabaseEnv()), (unitOfWork) =>
    changeOperatorsOver(unitOfWork, change, email, new Date()),
  );
  if (outcome === 'unknown') throw new Error(sentences[change].unknown);
  console.log(sentences[change][outcome]);
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});
