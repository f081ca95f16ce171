import { orderedSections } from '@canar/profile-document';
import { itemsOf, itemsPath, type Path, removeItem, valueAt, withValue } from '../document/edits';
import { pathOf, pointerOf } from './pointers';
import { linesAt, type Review, textAt, withLeftover } from './review';

/** Changes the pointers of a review; what gives null is dropped. */
function repointed(review: Review, change: (pointer: string) => string | null): Pick<Review, 'places' | 'doubts'> {
  const changed = <T extends { pointer: string }>(list: readonly T[]): T[] =>
    list.flatMap((entry) => {
      const pointer = change(entry.pointer);
      return pointer === null ? [] : [{ ...entry, pointer }];
    });
  return { places: changed(review.places), doubts: changed(review.doubts) };
}

/** Where a pointer leads after an entry of a list is taken out; null into the entry itself. */
function afterRemoval(pointer: string, path: Path): string | null {
  const removed = pointerOf(path);
  if (pointer === removed || pointer.startsWith(`${removed}/`)) return null;
  const index = path.at(-1);
  const list = `${pointerOf(path.slice(0, -1))}/`;
  if (typeof index !== 'number' || !pointer.startsWith(list)) return pointer;
  const [step = '', ...rest] = pointer.slice(list.length).split('/');
  return Number(step) > index ? [`${list}${Number(step) - 1}`, ...rest].join('/') : pointer;
}

/** Takes a value out of its field; what follows it in a list moves up. A doubt that it is missing would say what its owner did. */
export function without(review: Review, pointer: string): Review {
  const path = pathOf(pointer);
  const index = path.at(-1);
  const list = path.slice(0, -1);
  const items = typeof index === 'number' ? (valueAt(review.document, list) as unknown[] | undefined) : undefined;
  const rest = items?.filter((_, place) => place !== index);
  const document = rest
    ? withValue(review.document, list, rest.length > 0 ? rest : undefined)
    : withValue(review.document, path, undefined);
  return { ...review, document, ...repointed(review, (other) => afterRemoval(other, path)) };
}

function withoutItem(review: Review, section: string, index: number): Review {
  const path = [...itemsPath(review.document, section), index];
  const document = removeItem(review.document, section, index);
  return { ...review, document, ...repointed(review, (other) => afterRemoval(other, path)) };
}

/** Without the entries in which nothing is left. */
export function withoutEmptyItems(review: Review): Review {
  const keys = ['profiles', ...orderedSections(review.document).map(({ key }) => key)];
  return keys.reduce((next, key) => {
    const empty = itemsOf(next.document, key).flatMap((item, index) => (Object.keys(item).length === 0 ? [index] : []));
    return empty.reduceRight((rest, index) => withoutItem(rest, key, index), next);
  }, review);
}

/** Takes a value out of its field and discards it; it can be put back. */
export function discardValue(review: Review, pointer: string): Review {
  const rest = withoutEmptyItems(without(review, pointer));
  return withLeftover(rest, textAt(review, pointer), linesAt(review, pointer), true);
}

/** Takes a whole entry out of its section and discards it. */
export function discardItem(review: Review, section: string, index: number): Review {
  const pointer = pointerOf([...itemsPath(review.document, section), index]);
  return withLeftover(withoutItem(review, section, index), textAt(review, pointer), linesAt(review, pointer), true);
}
