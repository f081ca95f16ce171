import { FileStorage } from '../platform/storage/file-storage';
import type { TestApp } from '../test-app';

/** Every table of the database, and whether it has columns that can hold a text. */
export const tablesOf = (test: TestApp) =>
  test.sql<{ name: string; texts: boolean }>(
    `SELECT n.nspname || '.' || c.relname AS name,
            EXISTS (SELECT 1 FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                      AND coalesce(nullif(t.typelem, 0), t.oid) IN (
                        'text'::regtype, 'varchar'::regtype, 'json'::regtype, 'jsonb'::regtype, 'bytea'::regtype)) AS texts
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );

/** Where a text is: tables, files and the log, by name. The text of bytes counts too. @param lines of the log */
export async function placesOf(test: TestApp, mark: string, lines: readonly string[]): Promise<string[]> {
  const places: string[] = [];
  const hex = Buffer.from(mark).toString('hex');
  for (const { name } of await tablesOf(test)) {
    const found = await test.sql(`SELECT 1 FROM ${name} t WHERE t::text ILIKE $1 OR t::text ILIKE $2 LIMIT 1`, [
      `%${mark}%`,
      `%${hex}%`,
    ]);
    if (found.length > 0) places.push(name);
  }
  const storage = test.app.get(FileStorage, { strict: false });
  for await (const key of storage.list()) {
    const file = await storage.get(key);
    if (file && Buffer.from(file.bytes).includes(mark)) places.push(`file ${key}`);
  }
  if (lines.some((line) => line.includes(mark))) places.push('the log');
  return places;
}
