import type { ProfileDocument } from '@canar/profile-document';
import type { Path } from '../document/edits';

/** The path that a JSON Pointer (RFC 6901) names; steps of digits are places in lists. */
export function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}

/** The JSON Pointer of a path. */
export function pointerOf(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The place of a value: its section, its entry and its field. */
export interface ValuePlace {
  /** `basics`, `profiles`, or the key of a section */
  section: string;
  item: number | null;
  /** the name of the field; of an entry of a list that of the list; `title` of a section of the owner's own */
  field: string;
  /** the place in the list of the field */
  entry: number | null;
}

/** The place to which a JSON Pointer leads in a document. */
export function placeOf(document: ProfileDocument, pointer: string): ValuePlace {
  const [first = '', ...rest] = pathOf(pointer);
  if (first === 'basics' && rest[0] === 'profiles') return itemPlace('profiles', rest.slice(1));
  if (first === 'basics') {
    return { section: 'basics', item: null, field: String(rest.at(-1) ?? ''), entry: null };
  }
  if (first !== 'meta') return itemPlace(String(first), rest);
  const [, , index, inner, ...steps] = rest; // canar, custom
  const section = document.meta?.canar?.custom?.[Number(index)]?.key ?? '';
  return inner === 'items'
    ? itemPlace(section, steps)
    : { section, item: null, field: String(inner ?? ''), entry: null };
}

function itemPlace(section: string, [item, field = '', entry]: Path): ValuePlace {
  return { section, item: Number(item), field: String(field), entry: typeof entry === 'number' ? entry : null };
}
