import { readFile } from 'node:fs/promises';

import { checkContinuation, checkStatement, readStatement } from './statement';

/** `npm run statement:verify -- FILE [EARLIER]`: checks an exported statement (JSON) without the product or its database. */
async function main(): Promise<void> {
  const [file, earlierFile] = process.argv.slice(2);
  if (!file) throw new Error('Name the exported statement: npm run statement:verify -- canar-credits.json');
  const statement = readStatement(await readFile(file, 'utf8'));
  const earlier = earlierFile ? readStatement(await readFile(earlierFile, 'utf8')) : null;
  const finding = checkStatement(statement) ?? (earlier && checkContinuation(earlier, statement));
  if (finding) throw new Error(`The statement does not hold: ${finding}.`);
  const { sequence, balance, hash } = statement.head;
  console.log(`The statement holds: ${statement.entries.length} lines, balance ${balance}, ends at entry ${sequence}.`);
  console.log(`Its end, to compare with one stored elsewhere: ${hash}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
