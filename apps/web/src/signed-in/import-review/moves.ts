import { findPeriod } from '@canar/profile-document';
import { type Path, valueAt } from '../document/edits';
import { keywordsOf, linesOf } from '../document/tidy';
import { pathOf, pointerOf } from './pointers';
import { without, withoutEmptyItems } from './removal';
import { linesAt, type Review, textAt, withLeftover, write } from './review';
import { fieldAt, type Target } from './targets';

const added = (review: Review, path: Path, value: unknown, lines: readonly number[]): Review => {
  const pointer = pointerOf(path);
  const others = review.places.filter((place) => place.pointer !== pointer);
  const before = linesAt(review, pointer);
  const all = [...new Set([...before, ...lines])].sort((a, b) => a - b);
  return {
    ...write(review, pointer, value),
    places: all.length > 0 ? [...others, { pointer, lines: all }] : others,
  };
};

/** Writes a value in the place of another; the other one has no place then. */
function replaced(review: Review, path: Path, value: string, lines: readonly number[]): Review {
  const pointer = pointerOf(path);
  const [old, oldLines] = [textAt(review, pointer), linesAt(review, pointer)];
  const places = review.places.filter((place) => place.pointer !== pointer);
  const next = added({ ...review, places }, path, value, lines);
  return old === value ? next : withLeftover(next, old, oldLines, false);
}

/** Puts dates that a text says into the fields of a period. */
function putDate(review: Review, path: Path, text: string, lines: readonly number[]): Review {
  const period = findPeriod(text);
  const read = { startDate: period?.startDate ?? period?.date, endDate: period?.endDate ?? period?.date };
  const field = String(path.at(-1));
  const value = (field === 'endDate' ? read.endDate : read.startDate) ?? text.trim();
  const next = replaced(review, path, value, lines);
  const end = [...path.slice(0, -1), 'endDate'];
  if (field !== 'startDate' || !period?.endDate || textAt(next, pointerOf(end)) !== '') return next;
  return added(next, end, period.endDate, lines);
}

/** Puts a text into a field: at the end of a list or a longer text, in the place of what stands on a single line. */
function put(review: Review, text: string, target: Target, lines: readonly number[]): Review {
  const { path, kind } = fieldAt(review.document, target);
  const old = valueAt(review.document, path);
  switch (kind) {
    case 'bullets':
    case 'keywords': {
      const entries = kind === 'bullets' ? [linesOf(text).join(' ')] : keywordsOf(text);
      const start = Array.isArray(old) ? old.length : 0;
      return entries.reduce((next, entry, index) => added(next, [...path, start + index], entry, lines), review);
    }
    case 'text':
      return added(review, path, typeof old === 'string' && old ? `${old}\n${text}` : text, lines);
    case 'date':
    case 'end':
      return putDate(review, path, text, lines);
    default:
      return replaced(review, path, linesOf(text).join(' '), lines);
  }
}

/** Puts a text without a place into a field. */
export function placeLeftover(review: Review, id: number, target: Target): Review {
  const leftover = review.leftovers.find((other) => other.id === id);
  if (!leftover) return review;
  const leftovers = review.leftovers.filter((other) => other !== leftover);
  return put({ ...review, leftovers }, leftover.text, target, leftover.lines);
}

/** Puts a value into another field. */
export function moveValue(review: Review, pointer: string, target: Target): Review {
  const { path } = fieldAt(review.document, target);
  if (pointerOf(path) === pointer) return review;
  return withoutEmptyItems(put(without(review, pointer), textAt(review, pointer), target, linesAt(review, pointer)));
}

/**
 * Puts a line of the file into a field, and takes it out of those in which it stands: a value of this line alone goes with it, of a value of
 * several lines the words of this one. A value in which the line does not stand literally stays.
 */
export function moveLine(review: Review, line: number, text: string, target: Target): Review {
  const { path } = fieldAt(review.document, target);
  const goal = pointerOf(path);
  const here = review.places.filter((place) => place.lines.includes(line) && place.pointer !== goal);
  const leftovers = review.leftovers.filter(({ lines }) => !(lines.length === 1 && lines[0] === line));
  // From the last to the first, so that the pointers of those that follow in a list stay true.
  const cleared = [...here].reverse().reduce(
    (next, { pointer, lines }) => {
      if (lines.length === 1) return without(next, pointer);
      const [value, words] = [valueAt(next.document, pathOf(pointer)), linesOf(text).join(' ')];
      if (typeof value !== 'string' || !value.includes(words)) return next;
      const places = next.places.map((place) =>
        place.pointer === pointer ? { ...place, lines: place.lines.filter((other) => other !== line) } : place,
      );
      return { ...write(next, pointer, value.replace(words, '').replace(/\s+/g, ' ').trim()), places };
    },
    { ...review, leftovers } as Review,
  );
  return withoutEmptyItems(put(cleared, text, target, [line]));
}
