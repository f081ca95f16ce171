// Scores how the developed and the open part of the corpus are read, per file and per field; with a part of a file's name, what is missing
// (-), wrong (+), reported (?) and lost (!).
// Usage: npx nx run profile-import:score [PART-OF-A-NAME]
import { readCorpus } from './corpus';
import { groupedCounts } from './groups';
import { f1OfFile, measure } from './measure';
import { f1, sumOf, wholeOf } from './score';

const percent = (value: number): string => value.toFixed(3);

async function scoreFiles(part: string | undefined): Promise<void> {
  const files = [...readCorpus('developed'), ...readCorpus('open')].filter(({ name }) => !part || name.includes(part));
  const measured = await measure(files);
  for (const one of measured) {
    console.log(`${percent(f1OfFile(one))}  ${one.file.name}${one.lost.length > 0 ? ` ! ${one.lost.join(' ')}` : ''}`);
    if (!part) continue;
    for (const { field, text } of one.score.missing) console.log(`    - ${field}  ${text}`);
    for (const { field, text } of one.score.wrong) console.log(`    + ${field}  ${text}`);
    for (const { pointer, value, reason } of one.unplaced)
      console.log(`    ? ${pointer}  ${reason}  ${JSON.stringify(value)}`);
  }
  const sum = sumOf(measured.map(({ score }) => score));
  for (const [name, count] of [...[...sum].sort(), ...groupedCounts(sum)])
    console.log(`${percent(f1(count))}  ${name}  ${count.right} of ${count.expected}, ${count.read} read`);
  console.log(`${percent(f1(wholeOf(sum)))}  all`);
}

scoreFiles(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
