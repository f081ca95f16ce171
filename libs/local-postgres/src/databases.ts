import pg from 'pg';

/**
 * Creates a database and returns its address for the same user.
 * @param adminUrl address of a user who may create databases
 * @param options.template a database to copy, which must have no connections; default an empty one
 */
export async function createDatabase(
  adminUrl: string,
  name: string,
  options: { template?: string } = {},
): Promise<string> {
  const template = pg.escapeIdentifier(options.template ?? 'template1');
  await asAdmin(adminUrl, `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${template} STRATEGY file_copy`);
  return databaseUrl(adminUrl, name);
}

/** Drops a database and closes its connections; no error when it does not exist. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
}

/** The address of another database of the same server, optionally for another user. */
export function databaseUrl(url: string, name: string, user?: { name: string; password: string }): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(name)}`;
  if (user) {
    address.username = encodeURIComponent(user.name);
    address.password = encodeURIComponent(user.password);
  }
  return address.toString();
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
