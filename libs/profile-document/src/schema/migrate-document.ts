import type { CanarMeta, ProfileDocument } from './schema';
import { currentSchema } from './schema';

type Migration = (canar: CanarMeta) => CanarMeta;

/** The first of each key, as everything that reads settings always took it. */
function firstOfEachKey<T extends { key: string }>(list: readonly T[]): T[] {
  return list.filter((entry, index) => list.findIndex(({ key }) => key === entry.key) === index);
}

/** A key that nobody has: `custom-talks` becomes `custom-talks-2`, `custom-talks-3`, … */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const candidate = `${key.slice(0, 'custom-'.length + 64 - suffix.length)}${suffix}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Schema 2: a key names one setting and one custom section, so that merging and comparing can go by it. */
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

/** What leads from each schema to the next; the first one leads from 1 to 2. */
const migrations: readonly Migration[] = [uniqueKeys];

/**
 * The document in the schema of today. `meta.canar.schema` says in which one a document was written: absent means 1. Only
 * `meta.canar` ever changes; a document without one, or one of today's schema, comes back as the same object (unless its writer gave a
 * key twice), and so does one of a later schema, which `parseDocument` refuses.
 */
export function migrateDocument(document: ProfileDocument): ProfileDocument {
  const canar = document.meta?.canar;
  const written = canar?.schema ?? 1;
  if (!canar || (written >= currentSchema && (written > currentSchema || keysAreUnique(canar)))) return document;
  const start = Math.min(written, migrations.length) - 1;
  const migrated = migrations.slice(start).reduce<CanarMeta>((value, migration) => migration(value), canar);
  return { ...document, meta: { ...document.meta, canar: { ...migrated, schema: currentSchema } } };
}
