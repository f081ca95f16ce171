import type { Client } from 'pg';

/** A constraint that older rows break, and how to find them. */
export interface BrokenConstraint {
  table: string;
  constraint: string;
  /** The query for the rows, to be asked as a role that sees every tenant. */
  query: string;
}

const checkViolation = '23514';

/**
 * Validates the checks that migrations added NOT VALID. They hold for every new row from the start; one that an older row
 * breaks stays as it is and is tried again with the next migration.
 * @param client as the role that owns the tables
 */
export async function validateConstraints(client: Client): Promise<BrokenConstraint[]> {
  const { rows } = await client.query<{ table: string; constraint: string; expression: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS constraint, pg_get_expr(conbin, conrelid) AS expression
     FROM pg_constraint WHERE contype = 'c' AND NOT convalidated ORDER BY 1, 2`,
  );
  const broken: BrokenConstraint[] = [];
  for (const { table, constraint, expression } of rows) {
    try {
      await client.query(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${constraint}`);
    } catch (error) {
      if ((error as { code?: string }).code !== checkViolation) throw error;
      broken.push({ table, constraint, query: `SELECT * FROM ${table} WHERE NOT (${expression})` });
    }
  }
  return broken;
}
