import { findPeriod, type ProfileDocument } from '@canar/profile-document';
import type { Imported } from '@/lib/api/types';
import { valueAt, withValue } from '../document/edits';
import { printable } from '../document/printable';
import { readable } from '../document/readable';
import { pathOf } from './pointers';

/** A field that the reader was not sure of, and whether its owner has looked at it. */
export interface ReviewDoubt {
  pointer: string;
  reason: Imported['doubts'][number]['reason'];
  settled: boolean;
}

/** A text of the file that is in no field: to be placed or discarded. */
export interface Leftover {
  /** unique in a review */
  id: number;
  text: string;
  /** the lines of the file in which it stands */
  lines: readonly number[];
  discarded: boolean;
}

/** What an import made of a file, and what its owner has decided so far. */
export interface Review {
  document: ProfileDocument;
  places: readonly { pointer: string; lines: readonly number[] }[];
  doubts: readonly ReviewDoubt[];
  leftovers: readonly Leftover[];
}

/** The review of an import before anything is decided. */
export function reviewOf(imported: Imported): Review {
  const lineOf = new Map(imported.lines.map(({ pointer }, line) => [pointer, line]));
  const leftovers = imported.unplaced
    .filter(({ value }) => value !== null && value !== '')
    .map(({ pointer, value }, id) => {
      const line = lineOf.get(pointer);
      const text = typeof value === 'object' ? readable(value) : printable(value);
      return { id, text, lines: line === undefined ? [] : [line], discarded: false };
    });
  const doubts = imported.doubts.map((doubt) => ({ ...doubt, settled: false }));
  return { document: imported.document as ProfileDocument, places: imported.places, doubts, leftovers };
}

/** How many doubts and texts without a place wait for their owner. */
export function openCount({ doubts, leftovers }: Review): { doubts: number; leftovers: number } {
  return {
    doubts: doubts.filter(({ settled }) => !settled).length,
    leftovers: leftovers.filter(({ discarded }) => !discarded).length,
  };
}

/** The lines in which a value, or what is in it, stands. */
export function linesAt({ places }: Review, pointer: string): readonly number[] {
  const inside = places.filter((place) => place.pointer === pointer || place.pointer.startsWith(`${pointer}/`));
  return [...new Set(inside.flatMap(({ lines }) => lines))].sort((a, b) => a - b);
}

/** The lines of a value; of one that is missing, those of the values beside it. */
export function linesNear(review: Review, pointer: string): readonly number[] {
  const own = linesAt(review, pointer);
  if (own.length > 0) return own;
  return linesAt(review, pointer.slice(0, pointer.lastIndexOf('/'))).slice(0, 3);
}

/** Both dates that a value such as 03/04/2019 can be; none of any other value. */
export function readingsOf(review: Review, pointer: string): readonly string[] {
  const [ambiguous] = findPeriod(textAt(review, pointer))?.ambiguous ?? [];
  return ambiguous?.readings ?? [];
}

/** The values that stand in each line, by the number of the line. */
export function valuesByLine({ places }: Review): ReadonlyMap<number, readonly string[]> {
  const values = new Map<number, string[]>();
  for (const { pointer, lines } of places)
    for (const line of lines) values.set(line, [...(values.get(line) ?? []), pointer]);
  return values;
}

const settled = (doubts: readonly ReviewDoubt[], pointer: string): readonly ReviewDoubt[] =>
  doubts.some((doubt) => doubt.pointer === pointer && !doubt.settled)
    ? doubts.map((doubt) => (doubt.pointer === pointer ? { ...doubt, settled: true } : doubt))
    : doubts;

/** Takes a field as it is. */
export function settle(review: Review, pointer: string): Review {
  return { ...review, doubts: settled(review.doubts, pointer) };
}

/** Writes a value; its owner has looked at it then. */
export function write(review: Review, pointer: string, value: unknown): Review {
  const document = withValue(review.document, pathOf(pointer), value);
  return { ...review, document, doubts: settled(review.doubts, pointer) };
}

/** The text of a value, empty when it has none. */
export function textAt(review: Review, pointer: string): string {
  const value = valueAt(review.document, pathOf(pointer));
  return value === undefined || value === '' ? '' : readable(value);
}

/** The review with a text that has no place. */
export function withLeftover(review: Review, text: string, lines: readonly number[], discarded: boolean): Review {
  if (text.trim() === '') return review;
  const id = Math.max(-1, ...review.leftovers.map((leftover) => leftover.id)) + 1;
  return { ...review, leftovers: [...review.leftovers, { id, text, lines, discarded }] };
}

/** Discards a text without a place, or puts it back. */
export function discard(review: Review, id: number, discarded: boolean): Review {
  const leftovers = review.leftovers.map((leftover) => (leftover.id === id ? { ...leftover, discarded } : leftover));
  return { ...review, leftovers };
}

/** Discards every text that has no place. */
export function discardAll(review: Review): Review {
  return { ...review, leftovers: review.leftovers.map((leftover) => ({ ...leftover, discarded: true })) };
}
