import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { designOf, type ProfileDocument } from '@canar/profile-document';
import { contentOf, lookOf, ProfilePrinter } from '@canar/profile-print';
import { comparedRow, ms, plainRow } from './figures';
import { report, type Row } from './report';
import { quantile } from './statistics';

const rounds = 7;
const documentsOfRound = 15;
const warmUpDocuments = 10;
const firsts = 5;
const settleMs = 1_500;

const method = `The senior engineer of \`@jsonresume/schema\` on two pages of the classic template, with new words in every text each time;
${rounds} rounds of ${documentsOfRound} documents, in turns, one at a time. The limit is a process that hands the same JSON to the Typst
compiler with the same layouts and fonts, and its own time alone. Ours is \`ProfilePrinter.print()\` as its caller waits for it: content,
transport to the child and back, setting, repair of clusters; without the readability check, which follows in the same child and
is reported apart. The first PDF is that of an API process that has just started and has let its child rehearse (\`warmUp\`), check included;
beside it, the same without rehearsal.`;

/** Compares PDFs with the Typst compiler alone. */
export async function benchPdf(): Promise<void> {
  const limit = fork(join(__dirname, 'limits/typst-alone.mjs'), { execArgv: [], serialization: 'advanced' });
  await once(limit, 'message');
  const printer = new ProfilePrinter();
  try {
    const measured = await inTurns(limit, printer);
    const first = await firstPdfs(true);
    const cold = await firstPdfs(false);
    await report({ name: 'pdf', title: 'PDF', method, rows: rowsOf(measured, first, cold) });
  } finally {
    limit.kill();
    await printer.close();
  }
}

/** Rounds, each by the median of its documents, in milliseconds. */
interface Measured {
  limit: number[];
  ours: number[];
  whole: number[];
  read: number[];
}

async function inTurns(limit: ChildProcess, printer: ProfilePrinter): Promise<Measured> {
  for (let warm = 0; warm < warmUpDocuments; warm += 1) {
    await setAlone(limit);
    await setByUs(printer);
  }
  const measured: Measured = { limit: [], ours: [], whole: [], read: [] };
  for (let round = 0; round < rounds; round += 1) {
    const alone = await times(documentsOfRound, () => setAlone(limit));
    const ours = await times(documentsOfRound, () => setByUs(printer));
    measured.limit.push(quantile(alone, 0.5));
    measured.whole.push(median(ours, ({ whole }) => whole));
    measured.read.push(median(ours, ({ read }) => read));
    measured.ours.push(median(ours, ({ whole, read }) => whole - read));
  }
  return measured;
}

function rowsOf({ limit, ours, whole, read }: Measured, first: number[], cold: number[]): Row[] {
  return [
    comparedRow(
      { limit, ours },
      { what: 'PDF, two pages, new data', show: ms, goal: '≤ 1.5', meets: (ratio) => ratio <= 1.5 },
    ),
    plainRow(read, { what: 'readability check', show: ms, goal: '≤ 60 ms', meets: (value) => value <= 60 }),
    plainRow(whole, { what: 'both', show: ms, goal: '–' }),
    plainRow(first, { what: 'first PDF of a process', show: ms, goal: '< 300 ms', meets: (value) => value < 300 }),
    plainRow(cold, { what: 'first PDF without rehearsal', show: ms, goal: '–' }),
  ];
}

let documents = 0;

const resume = createRequire(__filename)('@jsonresume/schema/examples/senior-engineer.resume.json') as ProfileDocument;

/** A document with a new first word in every text, so that no compiler has cached it. */
function newDocument(): ProfileDocument {
  documents += 1;
  const renewed = (_key: string, value: unknown) => {
    return typeof value === 'string' && /\s\S+\s/.test(value) ? value.replace(/^\S+/, word(documents)) : value;
  };
  return JSON.parse(JSON.stringify(resume, renewed)) as ProfileDocument;
}

/** A different word of six letters for each number. */
function word(number: number): string {
  return Array.from({ length: 6 }, (_, place) =>
    String.fromCharCode(97 + (Math.floor((number * 7919) / 26 ** place) % 26)),
  ).join('');
}

async function setAlone(limit: ChildProcess): Promise<number> {
  const document = newDocument();
  const look = lookOf('classic', designOf(document));
  limit.send({ data: JSON.stringify({ ...contentOf(document, 'en'), look, photo: null }) });
  const [{ took, pages }] = (await once(limit, 'message')) as [{ took: number; pages: number }];
  requireTwo(pages);
  return took;
}

async function setByUs(printer: ProfilePrinter): Promise<{ whole: number; read: number }> {
  const document = newDocument();
  const asked = performance.now();
  const { pages, milliseconds } = await printer.print({ document, template: 'classic', locale: 'en' });
  const whole = performance.now() - asked;
  requireTwo(pages);
  return { whole, read: milliseconds.read };
}

/** The first PDF of a new printer, with or without a warmed-up child. */
function firstPdfs(rehearsed: boolean): Promise<number[]> {
  return times(firsts, async () => {
    const printer = new ProfilePrinter();
    if (rehearsed) printer.warmUp();
    if (rehearsed) await pause(settleMs);
    const { whole } = await setByUs(printer);
    await printer.close();
    return whole;
  });
}

function requireTwo(pages: number): void {
  if (pages !== 2) throw new Error(`The document has ${pages} pages instead of two.`);
}

async function times<Value>(count: number, measure: () => Promise<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for (let done = 0; done < count; done += 1) values.push(await measure());
  return values;
}

function median<Value>(values: Value[], figure: (value: Value) => number): number {
  return quantile(values.map(figure), 0.5);
}
