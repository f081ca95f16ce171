import type { CanarMeta, ProfileDocument } from '../schema/schema';
import { sectionKeys } from './sections';

function lengths(document: ProfileDocument): Map<string, number> {
  const counts = new Map<string, number>([['profiles', document.basics?.profiles?.length ?? 0]]);
  for (const key of sectionKeys) counts.set(key, document[key]?.length ?? 0);
  for (const section of document.meta?.canar?.custom ?? []) counts.set(section.key, section.items?.length ?? 0);
  return counts;
}

/**
 * The document with a name for every item: `meta.canar.ids[section]` lists one id per item in order, `profiles` naming the links of
 * `basics`. Ids that are there stay in their places; missing ones are made, surplus and repeated ones go. A document without items
 * gets no ids. Gives back the same object when nothing was missing.
 * @param newId makes an id that is new to the document, at most 64 characters
 */
export function withItemIds(document: ProfileDocument, newId: () => string): ProfileDocument {
  return named(document, () => newId());
}

/**
 * The document with its nameless items named by where they stand, so that documents that grew from one agree on the names, and a new
 * item of one section renames none of another.
 */
export function withPlaceIds(document: ProfileDocument): ProfileDocument {
  const taken = new Set(Object.values(document.meta?.canar?.ids ?? {}).flat());
  return named(document, (key, place) => {
    const start = `unnamed-${key.slice(-40)}-${place}`;
    let id = start;
    for (let more = 2; taken.has(id); more += 1) id = `${start}-${more}`;
    taken.add(id);
    return id;
  });
}

function named(document: ProfileDocument, newId: (key: string, place: number) => string): ProfileDocument {
  const known = document.meta?.canar?.ids ?? {};
  const ids: NonNullable<CanarMeta['ids']> = {};
  const used = new Set<string>();
  let changed = false;
  for (const [key, count] of lengths(document)) {
    if (count === 0) continue;
    const list = Object.hasOwn(known, key) ? (known[key] ?? []) : [];
    const named = Array.from({ length: count }, (_, index) => {
      const existing = list[index];
      const id = existing !== undefined && !used.has(existing) ? existing : newId(key, index);
      changed ||= id !== existing;
      used.add(id);
      return id;
    });
    changed ||= list.length !== count;
    ids[key] = named;
  }
  changed ||= Object.keys(known).length !== Object.keys(ids).length;
  if (!changed) return document;
  const { ids: _replaced, ...canar } = document.meta?.canar ?? {};
  return {
    ...document,
    meta: { ...document.meta, canar: Object.keys(ids).length > 0 ? { ...canar, ids } : canar },
  };
}
