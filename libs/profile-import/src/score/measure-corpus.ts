// Reads every file of the corpus, the held-out ones too, and compares the scores with those reached before: fails when a file of the open
// part or the F1 of a group of fields is worse, or when a word of any file is lost. With --write it stores the scores and prints the tables.
// Usage: npx nx run profile-import:corpus [-- --write]
import { writeFileSync } from 'node:fs';
import { readWholeCorpus } from './corpus';
import { measure, reachedBy } from './measure';
import { reachedPath, readReached } from './reached';
import { f1OfGroups, tableOfGroups, tableOfMakers } from './tables';

async function measureCorpus(write: boolean): Promise<void> {
  const files = readWholeCorpus();
  const measured = await measure(files);
  const reached = reachedBy(measured);
  console.log([...tableOfGroups(reached), '', ...tableOfMakers(reached, files)].join('\n'));
  const lost = measured.filter((one) => one.lost.length > 0);
  for (const { file, lost: words } of lost) console.log(`lost in ${file.name}: ${words.join(' ')}`);
  if (write) {
    writeFileSync(reachedPath, `${JSON.stringify(reached, null, 1)}\n`);
    return;
  }
  const before = readReached();
  const worse = Object.entries(reached.files).filter(([name, score]) => score < (before.files[name] ?? 0));
  for (const [name, score] of worse) console.log(`worse: ${name}, ${score} after ${before.files[name]}`);
  const groups = Object.entries(f1OfGroups(before)).filter(([name, score]) => (f1OfGroups(reached)[name] ?? 0) < score);
  for (const [name] of groups) console.log(`worse: ${name}`);
  if (lost.length + worse.length + groups.length > 0) process.exitCode = 1;
}

measureCorpus(process.argv.includes('--write')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
