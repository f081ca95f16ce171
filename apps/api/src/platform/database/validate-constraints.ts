import type { Client } from 'pg';

/** A constraint that older rows break, and how to find them. */
export interface BrokenConstraint {
  table: string;
  constraint: string;
  /** For a check the query for the rows, to be asked as a role that sees every tenant; for a key what it says. */
  query: string;
}

const violations = ['23503', '23514'];

/**
 * Validates the checks and keys that migrations added NOT VALID. They hold for every new row from the start; one that an older row
 * breaks stays as it is and is tried again with the next migration.
 * @param client as the role that owns the tables
 */
export async function validateConstraints(client: Client): Promise<BrokenConstraint[]> {
  const { rows } = await client.query<BrokenConstraint>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS constraint, CASE contype
         WHEN 'c' THEN format('SELECT * FROM %s WHERE NOT (%s)', conrelid::regclass, pg_get_expr(conbin, conrelid))
         ELSE pg_get_constraintdef(oid) END AS query
     FROM pg_constraint WHERE contype IN ('c', 'f') AND NOT convalidated ORDER BY 1, 2`,
  );
  const broken: BrokenConstraint[] = [];
  for (const { table, constraint, query } of rows) {
    try {
      await client.query(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${constraint}`);
    } catch (error) {
      if (!violations.includes(String((error as { code?: string }).code))) throw error;
      broken.push({ table, constraint, query });
    }
  }
  return broken;
}
