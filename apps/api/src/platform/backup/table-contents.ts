import { BackupError } from './backup.errors';
import type { Query } from './database-address';

/** What a table held: how many rows, and a digest that changes with any of them and not with their order. */
export interface TableContents {
  name: string;
  rows: number;
  digest: string;
}

/** How values are printed, so that the digest of a row is the same on every server. */
const printing = [
  `SET LOCAL TimeZone = 'UTC'`,
  `SET LOCAL DateStyle = 'ISO, YMD'`,
  `SET LOCAL IntervalStyle = 'postgres'`,
  `SET LOCAL bytea_output = 'hex'`,
  `SET LOCAL extra_float_digits = 1`,
];

const ours = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_t%'`;

/**
 * Counts and digests every table. The digest is the sum of 60 bits of each row's MD5: it finds faults; against forgery
 * stands the ledger's chain.
 * @param query inside a transaction, as the role that may read everything
 */
export async function readTableContents(query: Query): Promise<TableContents[]> {
  for (const setting of printing) await query(setting);
  const contents: TableContents[] = [];
  for (const { name, quoted } of await tables(query)) {
    const [row] = await query<{ rows: string; digest: string }>(
      `SELECT count(*) AS rows, coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text AS digest
       FROM ${quoted} t`,
    );
    contents.push({ name, rows: Number(row?.rows), digest: row?.digest ?? '' });
  }
  return contents;
}

function tables(query: Query): Promise<{ name: string; quoted: string }[]> {
  return query(
    `SELECT n.nspname || '.' || c.relname AS name, format('%I.%I', n.nspname, c.relname) AS quoted
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND ${ours} ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`,
  );
}

/**
 * Makes sure that `canar_backup` sees every row of every table; a missing policy would hide rows without a word.
 * @throws {BackupError} naming the tables that it cannot read whole
 */
export async function requireWholeSight(query: Query): Promise<void> {
  const hidden = await query<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND ${ours}
       AND (NOT has_schema_privilege('canar_backup', n.oid, 'USAGE') OR NOT has_table_privilege('canar_backup', c.oid, 'SELECT')
         OR c.relrowsecurity AND (
           NOT EXISTS (SELECT 1 FROM pg_policies p WHERE p.schemaname = n.nspname AND p.tablename = c.relname
             AND p.permissive = 'PERMISSIVE' AND p.cmd IN ('SELECT', 'ALL') AND p.qual = 'true'
             AND p.roles && '{canar_backup,public}')
           OR EXISTS (SELECT 1 FROM pg_policies p WHERE p.schemaname = n.nspname AND p.tablename = c.relname
             AND p.permissive = 'RESTRICTIVE' AND p.cmd IN ('SELECT', 'ALL') AND p.roles && '{canar_backup,public}')))
     ORDER BY 1`,
  );
  if (hidden.length === 0) return;
  const names = hidden.map(({ name }) => name).join(', ');
  throw new BackupError(`The role canar_backup cannot read all of ${names}: migrate the database first.`);
}

/** Says which tables differ, or null when none does. */
export function differenceOf(expected: readonly TableContents[], found: readonly TableContents[]): string | null {
  const there = new Map(found.map((table) => [table.name, table]));
  const known = new Set(expected.map(({ name }) => name));
  const differences = [
    ...expected.flatMap((table) => {
      const other = there.get(table.name);
      if (!other) return [`${table.name} is missing`];
      if (other.rows !== table.rows) return [`${table.name} has ${other.rows} rows, not ${table.rows}`];
      return other.digest === table.digest ? [] : [`the rows of ${table.name} differ`];
    }),
    ...found.filter(({ name }) => !known.has(name)).map(({ name }) => `${name} was not there`),
  ];
  return differences.length === 0 ? null : differences.join('; ');
}
