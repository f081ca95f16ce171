import { asRecord } from '../schema/pointer';
import type { ProfileDocument } from '../schema/schema';

/** JSON with sorted keys and without white space; equal values return equal texts. Absent and undefined are the same. */
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

/** `meta` for comparisons: without ids, schema and change time; undefined when nothing else is in it. */
function comparableMeta(document: ProfileDocument): Record<string, unknown> | undefined {
  if (!document.meta) return undefined;
  const { lastModified: _time, canar, ...meta } = document.meta;
  const { ids: _ids, schema: _schema, ...settings } = canar ?? {};
  const comparable = isEmpty(settings) ? meta : { ...meta, canar: settings };
  return isEmpty(comparable) ? undefined : comparable;
}

/**
 * The canonical text of a document: sorted keys, without `meta.canar.ids`, `meta.canar.schema` and `meta.lastModified`. An empty
 * `meta.canar` or `meta` counts as absent, so that naming the items of an import changes nothing.
 */
export function canonicalJson(document: ProfileDocument): string {
  const { meta: _meta, ...rest } = document;
  return sortedJson({ ...rest, meta: comparableMeta(document) });
}

/** Whether two documents have the same content; see `canonicalJson` for what is ignored. */
export function documentsEqual(a: ProfileDocument, b: ProfileDocument): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}
