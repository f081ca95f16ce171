import type { ImportedResume } from '../resume-importer';
import { type CorpusFile, importCorpusFile, readCorpusTexts } from './corpus';
import { type Group, groupedCounts, groups } from './groups';
import { lostWords } from './lost-words';
import { parts } from './parts';
import { type Count, f1, type Score, scoreOf, wholeOf } from './score';

/** How one file was read. */
export interface Measured {
  file: CorpusFile;
  score: Score;
  /** words that are neither placed nor reported */
  lost: string[];
  maker: string | null;
  unplaced: ImportedResume['unplaced'];
}

/** Counts as they are stored: expected, read, right. */
export type Counts = [number, number, number];

/** What the corpus has reached: the F1 of each file, and the counts by part, maker and group of fields. */
export interface Reached {
  files: Record<string, number>;
  counts: Record<string, Record<string, Partial<Record<Group, Counts>>>>;
}

/** Imports files and compares each with its right document. */
export async function measure(files: readonly CorpusFile[], texts = readCorpusTexts(files)): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const file of files) {
    const { imported, lines } = await importCorpusFile(file, texts.get(file.name));
    const score = scoreOf(file.expected, imported.document);
    measured.push({
      file,
      score,
      lost: lostWords(lines, imported),
      maker: imported.maker,
      unplaced: imported.unplaced,
    });
  }
  return measured;
}

/** The program that made a file, without its theme or version; look-alikes count apart. */
export function makerOfFile({ source, part }: CorpusFile): string {
  const program = source.program.split(',')[0]?.replace(/ [\d.]+$/, '') ?? source.program;
  return source.made === 'look-alike' && part !== 'developed' ? `${program} (look-alikes)` : program;
}

/** The F1 of a file to three decimals, cut off. */
export function f1OfFile({ score }: Measured): number {
  return Math.floor(f1(wholeOf(score.fields)) * 1000) / 1000;
}

/** The counts and scores of measured files, as they are stored. */
export function reachedBy(measured: readonly Measured[]): Reached {
  const reached: Reached = { files: {}, counts: {} };
  const sorted = [...measured].sort((a, b) => (a.file.name < b.file.name ? -1 : 1));
  for (const one of sorted) {
    if (one.file.part !== 'held-out') reached.files[one.file.name] = f1OfFile(one);
  }
  for (const part of parts) {
    const inside = sorted.filter(({ file }) => file.part === part);
    for (const maker of [...new Set(inside.map(({ file }) => makerOfFile(file)))].sort()) {
      const fields = inside.filter(({ file }) => makerOfFile(file) === maker).map(({ score }) => score.fields);
      (reached.counts[part] ??= {})[maker] = storedCounts(fields);
    }
  }
  return reached;
}

function storedCounts(scores: readonly ReadonlyMap<string, Count>[]): Partial<Record<Group, Counts>> {
  const counts: Partial<Record<Group, Counts>> = {};
  for (const fields of scores) {
    for (const [group, { expected, read, right }] of groupedCounts(fields)) {
      const [a, b, c] = counts[group] ?? [0, 0, 0];
      counts[group] = [a + expected, b + read, c + right];
    }
  }
  return Object.fromEntries(groups.flatMap((group) => (counts[group] ? [[group, counts[group]]] : [])));
}
