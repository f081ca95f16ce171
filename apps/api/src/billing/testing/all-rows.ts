import type { TestApp } from '../../test-app';

/** All that billing and credits hold, but for how far providers were asked. */
export async function allRows({ sql }: TestApp): Promise<string> {
  const tables = await sql<{ name: string }>(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables
     WHERE schemaname IN ('billing', 'credits') AND tablename <> 'reconciliations' ORDER BY 1`,
  );
  const rows = await Promise.all(
    tables.map(({ name }) => sql(`SELECT '${name}' AS name, coalesce(json_agg(t), '[]') AS rows FROM ${name} t`)),
  );
  return JSON.stringify(rows);
}
