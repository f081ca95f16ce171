import { asRecord } from '../schema/pointer';
import type { ProfileDocument } from '../schema/schema';

/** JSON with sorted keys and without white space; equal values give equal texts. Absent and undefined are the same. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  const record = asRecord(value);
  if (!record) return JSON.stringify(value) ?? 'null';
  const members = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${sortedJson(record[key])}`);
  return `{${members.join(',')}}`;
}

function isEmpty(record: object): boolean {
  return Object.values(record).every((value) => value === undefined);
}

/** `meta` as far as it counts for equality: without ids, schema and change time, and not there at all when nothing else is in it. */
function countingMeta(document: ProfileDocument): Record<string, unknown> | undefined {
  if (!document.meta) return undefined;
  const { lastModified: _time, canar, ...meta } = document.meta;
  const { ids: _ids, schema: _schema, ...settings } = canar ?? {};
  const counting = isEmpty(settings) ? meta : { ...meta, canar: settings };
  return isEmpty(counting) ? undefined : counting;
}

/**
 * The text that stands for what a document says: sorted keys, without `meta.canar.ids`, `meta.canar.schema` and `meta.lastModified`. A `meta.canar` or
 * `meta` that is empty (then) counts as absent, so that naming the items of an import changes nothing.
 */
export function canonicalJson(document: ProfileDocument): string {
  const { meta: _meta, ...rest } = document;
  return sortedJson({ ...rest, meta: countingMeta(document) });
}

/** Whether two documents say the same; see `canonicalJson` for what does not count. */
export function documentsEqual(a: ProfileDocument, b: ProfileDocument): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}
