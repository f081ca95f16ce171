// Scores how the files of the corpus are read, per file and per field; with a part of a file's name, what is missing (-) and wrong (+).
// Usage: npx nx run profile-import:score [PART-OF-A-NAME]
import { importerOf, readCorpus, readCorpusTexts } from './corpus';
import { f1, type Score, scoreOf, sumOf, wholeOf } from './score';

const texts = readCorpusTexts();
const percent = (value: number): string => value.toFixed(3);

async function scoreFiles(part: string | undefined): Promise<void> {
  const scores: Score[] = [];
  for (const { name, bytes, expected } of readCorpus().filter((file) => !part || file.name.includes(part))) {
    const { document, unplaced } = await importerOf(texts.get(name)).file(bytes);
    const score = scoreOf(expected, document);
    scores.push(score);
    console.log(`${percent(f1(wholeOf(score.fields)))}  ${name}`);
    if (!part) continue;
    for (const { field, text } of score.missing) console.log(`    - ${field}  ${text}`);
    for (const { field, text } of score.wrong) console.log(`    + ${field}  ${text}`);
    for (const { pointer, value, reason } of unplaced)
      console.log(`    ? ${pointer}  ${reason}  ${JSON.stringify(value)}`);
  }
  for (const [field, count] of [...sumOf(scores)].sort()) {
    console.log(`${percent(f1(count))}  ${field}  ${count.right} of ${count.expected}, ${count.read} read`);
  }
  console.log(`${percent(f1(wholeOf(sumOf(scores))))}  all`);
}

scoreFiles(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
