import { sortedJson } from './canonical-json';
import type { ProfileDocument } from '../schema/schema';
import { sectionKeys } from '../sections/sections';

/** The parts of a document by their reported name; together they cover exactly what equality compares. */
function parts(document: ProfileDocument): Map<string, string> {
  const { meta, ...content } = document;
  const { canar, lastModified: _time, ...otherMeta } = meta ?? {};
  const { sections, hidden, custom, design, locale, ids: _ids, schema: _schema, ...otherCanar } = canar ?? {};
  const known = new Set<string>(['basics', ...sectionKeys]);
  const values = new Map<string, unknown>();
  for (const key of known) values.set(key, content[key]);
  for (const { key } of custom ?? []) {
    values.set(
      key,
      custom?.filter((section) => section.key === key),
    );
  }
  const unknown = Object.entries(content).filter(([key]) => !known.has(key));
  values.set('layout', [sections, hidden, custom?.map((section) => section.key)]);
  values.set('design', design);
  values.set('locale', locale);
  values.set('other', [Object.fromEntries(unknown), otherMeta, otherCanar]);
  return new Map([...values].map(([key, value]) => [key, value === undefined ? '' : sortedJson(value)]));
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
