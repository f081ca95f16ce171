import type { CanarMeta, ProfileDocument } from '../schema/schema';
import { sectionKeys } from './sections';

function itemCounts(document: ProfileDocument): Map<string, number> {
  const counts = new Map<string, number>([['profiles', document.basics?.profiles?.length ?? 0]]);
  for (const key of sectionKeys) counts.set(key, document[key]?.length ?? 0);
  for (const section of document.meta?.canar?.custom ?? []) counts.set(section.key, section.items?.length ?? 0);
  return counts;
}

/**
 * Adds missing item ids: `meta.canar.ids[section]` lists one id per item in order, `profiles` those of the links of `basics`. Existing
 * ids are preserved; surplus and repeated ones are removed. A document without items has no ids. Returns the same object when nothing
 * was missing.
 * @param newId returns an id that is new to the document, at most 64 characters
 */
export function withItemIds(document: ProfileDocument, newId: () => string): ProfileDocument {
  return withIds(document, () => newId());
}

/**
 * Adds missing item ids derived from section and position, so that documents with a common ancestor get the same ids, and a new item
 * in one section renames none in another.
 */
export function withPositionIds(document: ProfileDocument): ProfileDocument {
  const taken = new Set(Object.values(document.meta?.canar?.ids ?? {}).flat());
  return withIds(document, (key, position) => {
    const start = `unnamed-${key.slice(-40)}-${position}`;
    let id = start;
    for (let number = 2; taken.has(id); number += 1) id = `${start}-${number}`;
    taken.add(id);
    return id;
  });
}

function withIds(document: ProfileDocument, newId: (key: string, position: number) => string): ProfileDocument {
  const known = document.meta?.canar?.ids ?? {};
  const ids: NonNullable<CanarMeta['ids']> = {};
  const used = new Set<string>();
  let changed = false;
  for (const [key, count] of itemCounts(document)) {
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
