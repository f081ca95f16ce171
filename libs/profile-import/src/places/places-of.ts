import { findPeriod, orderedSections, type ProfileDocument } from '@canar/profile-document';
import { type Match, WordIndex } from './find-words';
import type { SourceLine } from './source-lines';
import { wordsOf } from './words-of';

/** Where a value of the document was read. */
export interface SourcePlace {
  /** JSON Pointer into the document */
  pointer: string;
  /** the lines from which it comes, by their number in the list of lines, from 0 */
  lines: number[];
}

interface Value {
  pointer: string;
  text: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Values that stand for words in another form. */
const coded = new Set(['countryCode', 'network', 'key']);
const dates = new Set(['startDate', 'endDate', 'date', 'releaseDate']);

/** How far from the other words of an item its dates may stand, in lines. */
const reach = 6;

/** The texts of a part of a document, in order, with their pointers. */
export function valuesOf(part: unknown, pointer: string): Value[] {
  if (typeof part === 'string') return part.trim() === '' ? [] : [{ pointer, text: part }];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]) =>
    coded.has(name) ? [] : valuesOf(inner, `${pointer}/${name}`),
  );
}

/** The parts of a document whose values stand together: the head, and each item of each section. */
export function partsOf(document: ProfileDocument): { pointer: string; part: unknown }[] {
  const { basics, meta } = document;
  const custom = meta?.canar?.custom ?? [];
  const items = orderedSections(document).flatMap(({ key, items: list }) => {
    const own = custom.findIndex((section) => section.key === key);
    const base = own < 0 ? `/${key}` : `/meta/canar/custom/${own}/items`;
    return (list as readonly Fields[]).map((part, index) => ({ pointer: `${base}/${index}`, part }));
  });
  const titles = custom.map(({ title }, index) => ({ pointer: `/meta/canar/custom/${index}/title`, part: title }));
  return [{ pointer: '/basics', part: basics }, ...items, ...titles];
}

const nameOf = ({ pointer }: Value): string => pointer.slice(pointer.lastIndexOf('/') + 1);

const nearest = (matches: readonly Match[], to: number): Match | undefined =>
  [...matches].sort((a, b) => Math.abs(a.start - to) - Math.abs(b.start - to))[0];

/** Finds the values of one document in the lines of its file. */
class Finder {
  private readonly index: WordIndex;
  private readonly periods = new Map<number, readonly (string | undefined)[]>();
  /** the word after the item before */
  private after = 0;

  constructor(private readonly lines: readonly SourceLine[]) {
    this.index = new WordIndex(lines);
  }

  /** The value with most words says where an item is; the others are looked for near it. */
  find(values: readonly Value[]): SourcePlace[] {
    const texts = values.filter((value) => !dates.has(nameOf(value)));
    const found = texts
      .map((value) => ({ ...value, matches: this.index.best(wordsOf(value.text)) }))
      .filter(({ matches }) => matches.length > 0);
    const anchor = this.anchorOf(found);
    if (!anchor) return [];
    this.after = anchor.end;
    const places = found.flatMap(({ pointer, matches }) => {
      const match = nearest(matches, anchor.start);
      return match ? [{ pointer, lines: this.index.linesOf(match) }] : [];
    });
    return [
      ...places,
      ...this.findDates(
        values,
        places.flatMap(({ lines }) => lines),
      ),
    ];
  }

  /** The longest value after the item before; of an item that stands elsewhere the longest of all. */
  private anchorOf(found: readonly { matches: readonly Match[] }[]): Match | undefined {
    const byLength = [...found].sort((a, b) => (b.matches[0]?.words ?? 0) - (a.matches[0]?.words ?? 0));
    const longest = byLength[0]?.matches[0];
    const ahead = byLength
      .flatMap(({ matches }) => matches.find(({ start }) => start >= this.after) ?? [])
      .find(({ words }) => words * 2 >= (longest?.words ?? 0));
    return ahead ?? longest;
  }

  private findDates(values: readonly Value[], known: readonly number[]): SourcePlace[] {
    const written = values.filter((value) => dates.has(nameOf(value)));
    if (written.length === 0) return [];
    const distance = (line: number) => Math.min(...known.map((other) => Math.abs(line - other)));
    const around = this.lines.map((_, line) => line).filter((line) => distance(line) <= reach);
    const byDistance = around.sort((a, b) => distance(a) - distance(b));
    return written.flatMap(({ pointer, text }) => {
      const line = byDistance.find((index) => this.datesOf(index).includes(text) || this.textOf(index).includes(text));
      return line === undefined ? [] : [{ pointer, lines: [line] }];
    });
  }

  private textOf(line: number): string {
    return this.lines[line]?.text ?? '';
  }

  private datesOf(line: number): readonly (string | undefined)[] {
    const known = this.periods.get(line);
    if (known) return known;
    const period = findPeriod(this.textOf(line));
    const read = [period?.startDate, period?.endDate, period?.date];
    this.periods.set(line, read);
    return read;
  }
}

/**
 * Where each value of a document stands in the file from which it was read: by its words, whatever way they came into their field. A
 * value whose words do not stand there in its order has no place.
 */
export function placesOf(document: ProfileDocument, lines: readonly SourceLine[]): SourcePlace[] {
  if (lines.length === 0) return [];
  const finder = new Finder(lines);
  return partsOf(document).flatMap(({ pointer, part }) => finder.find(valuesOf(part, pointer)));
}
