import { sortedJson } from './canonical-json';
import type { ProfileDocument } from '../schema/schema';
import { sectionKeys } from '../sections/sections';

/** Every part of a document by the name it is told under; together the parts say exactly what counts for equality. */
function parts(document: ProfileDocument): Map<string, string> {
  const { meta, ...content } = document;
  const { canar, lastModified: _time, ...otherMeta } = meta ?? {};
  const { sections, hidden, custom, design, locale, ids: _ids, schema: _schema, ...otherCanar } = canar ?? {};
  const known = new Set<string>(['basics', ...sectionKeys]);
  const found = new Map<string, unknown>();
  for (const key of known) found.set(key, content[key]);
  for (const { key } of custom ?? []) {
    found.set(
      key,
      custom?.filter((section) => section.key === key),
    );
  }
  const unknown = Object.entries(content).filter(([key]) => !known.has(key));
  found.set('layout', [sections, hidden, custom?.map((section) => section.key)]);
  found.set('design', design);
  found.set('locale', locale);
  found.set('other', [Object.fromEntries(unknown), otherMeta, otherCanar]);
  return new Map([...found].map(([key, value]) => [key, value === undefined ? '' : sortedJson(value)]));
}

/**
 * What differs between two documents, by name: `basics`, the keys of standard and custom sections, `layout` (order, titles and
 * visibility of sections and items), `design`, `locale`, and `other` for everything Canar does not show. Empty exactly when the
 * documents are equal.
 */
export function changedSections(a: ProfileDocument, b: ProfileDocument): string[] {
  const [before, after] = [parts(a), parts(b)];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => (before.get(key) ?? '') !== (after.get(key) ?? ''),
  );
}
