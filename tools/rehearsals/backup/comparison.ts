import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Installation } from './installation';

/** The contents of an installation, as one line for each item: equal installations have equal lines. */
export async function fingerprintOf(installation: Installation): Promise<string[]> {
  return [
    ...(await tables(installation)),
    ...(await sequences(installation)),
    `schema ${digest(await schema(installation))}`,
    ...(await files(installation.files)),
  ];
}

/** The lines that only one of the two fingerprints has. */
export function differences(a: readonly string[], b: readonly string[]): string[] {
  const only = (left: readonly string[], right: readonly string[]) => left.filter((line) => !right.includes(line));
  return [...only(a, b).map((line) => `- ${line}`), ...only(b, a).map((line) => `+ ${line}`)];
}

/** Every table with a digest over the digests of its rows, in their order. */
function tables(installation: Installation): Promise<string[]> {
  return installation.asAdmin(async (client) => {
    await client.query(`SET TimeZone = 'UTC'`);
    const { rows: found } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const lines: string[] = [];
    for (const { name } of found) {
      const { rows } = await client.query<{ count: string; digest: string }>(
        `SELECT count(*), md5(string_agg(row, '' ORDER BY row)) AS digest FROM (SELECT md5(t::text) AS row FROM ${name} t) r`,
      );
      lines.push(`table ${name}: ${rows[0]?.count} rows, ${rows[0]?.digest}`);
    }
    return lines;
  });
}

function sequences(installation: Installation): Promise<string[]> {
  return installation.asAdmin(async (client) => {
    const { rows } = await client.query<{ line: string }>(
      `SELECT format('sequence %I.%I: %s', schemaname, sequencename, last_value) AS line FROM pg_sequences ORDER BY 1`,
    );
    return rows.map(({ line }) => line);
  });
}

/** Tables, keys, triggers, policies, rights and owners, as pg_dump writes them; some versions add a random word. */
async function schema(installation: Installation): Promise<string> {
  const text = await installation.postgres('pg_dump', '--schema-only');
  return text
    .split('\n')
    .filter((line) => !/^\\(un)?restrict /.test(line))
    .join('\n');
}

async function files(root: string): Promise<string[]> {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const lines = paths.map(async (path) => `file ${path.slice(root.length + 1)}: ${digest(await readFile(path))}`);
  return (await Promise.all(lines)).sort();
}

function digest(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
