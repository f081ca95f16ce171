import { parseArgs } from 'node:util';
import { readDatabaseEnv } from '@canar/api-env';
import { breachReportOver, changeOperatorsOver, type OperatorChange } from './auth';
import { sentenceOf } from './platform/backup/backup.errors';
import { databaseOf } from './platform/database/connection';
import { withUnitOfWork } from './platform/database/open-unit-of-work';

const usage =
  'Say what: operator grant EMAIL, operator revoke EMAIL, or operator breach-report --known TIME --from TIME --until TIME ' +
  '[--account ID]…, with times such as 2026-12-01T08:00Z.';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

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

/**
 * Makes the person of an address an operator of the database of DATABASE_URL, or an ordinary person again; or writes the
 * report of a breach from its audit log.
 */
async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { known: text, from: text, until: text, account: { type: 'string', multiple: true } },
  });
  const [command, email, ...more] = positionals;
  if (command === 'breach-report' && email === undefined) return printBreachReport(values);
  if ((command !== 'grant' && command !== 'revoke') || email === undefined || more.length > 0) throw new Error(usage);
  const outcome = await withUnitOfWork(databaseOf(readDatabaseEnv()), (unitOfWork) =>
    changeOperatorsOver(unitOfWork, command, email, new Date()),
  );
  if (outcome === 'unknown') throw new Error(sentences[command].unknown);
  console.log(sentences[command][outcome]);
}

interface BreachWords {
  known?: string;
  from?: string;
  until?: string;
  account?: string[];
}

async function printBreachReport({ known, from, until, account = [] }: BreachWords): Promise<void> {
  const breach = { knownAt: timeOf(known), from: timeOf(from), until: timeOf(until) };
  if (breach.from >= breach.until || account.some((id) => !uuid.test(id))) throw new Error(usage);
  const database = databaseOf(readDatabaseEnv());
  console.log(await withUnitOfWork(database, (unitOfWork) => breachReportOver(unitOfWork, breach, account)));
}

/** A time with its zone: a report that is an hour off is wrong. */
function timeOf(text = ''): Date {
  const time = new Date(text);
  if (!/(Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(time.getTime())) throw new Error(usage);
  return time;
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});
