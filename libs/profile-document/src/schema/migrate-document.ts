import type { CanarMeta, ProfileDocument } from './schema';
import { currentSchema } from './schema';

type Migration = (canar: CanarMeta) => CanarMeta;

/** The first entry of each key: readers of settings have always used the first. */
function firstOfEachKey<T extends { key: string }>(list: readonly T[]): T[] {
  return list.filter((entry, index) => list.findIndex(({ key }) => key === entry.key) === index);
}

/** An unused key: `custom-talks` becomes `custom-talks-2`, `custom-talks-3`, … */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const candidate = `${key.slice(0, 'custom-'.length + 64 - suffix.length)}${suffix}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Schema 2: keys of settings and custom sections are unique, so that merging and comparing can use them. */
function uniqueKeys(canar: CanarMeta): CanarMeta {
  const taken = new Set<string>();
  const all = new Set(canar.custom?.map(({ key }) => key));
  const custom = canar.custom?.map((section) => {
    const key = taken.has(section.key) ? freeKey(section.key, new Set([...taken, ...all])) : section.key;
    taken.add(key);
    return key === section.key ? section : { ...section, key };
  });
  const sections = canar.sections && firstOfEachKey(canar.sections);
  return { ...canar, ...(sections ? { sections } : {}), ...(custom ? { custom } : {}) };
}

function keysAreUnique({ custom = [], sections = [] }: CanarMeta): boolean {
  return [custom, sections].every((list) => new Set(list.map(({ key }) => key)).size === list.length);
}

/** The migrations from each version to the next; the first is from 1 to 2. */
const migrations: readonly Migration[] = [uniqueKeys];

/**
 * Converts a document to the current schema. `meta.canar.schema` is the version in which it was written; absent means 1. Only
 * `meta.canar` ever changes. A document without it, of the current version (with unique keys), or of a later version is returned
 * unchanged; `parseDocument` rejects the latter.
 */
export function migrateDocument(document: ProfileDocument): ProfileDocument {
  const canar = document.meta?.canar;
  const written = canar?.schema ?? 1;
  if (!canar || (written >= currentSchema && (written > currentSchema || keysAreUnique(canar)))) return document;
  const start = Math.min(written, migrations.length) - 1;
  const migrated = migrations.slice(start).reduce<CanarMeta>((value, migration) => migration(value), canar);
  return { ...document, meta: { ...document.meta, canar: { ...migrated, schema: currentSchema } } };
}
