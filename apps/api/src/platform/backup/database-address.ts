import type { Client } from 'pg';

/** Asks one database, in whatever transaction and role the caller has set up. */
export type Query = <Row>(sql: string, parameters?: unknown[]) => Promise<Row[]>;

/** The queries of a connection. */
export function queriesOf(client: Client): Query {
  return async <Row>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as Row[];
}

/** The name of the database that an address leads to. */
export function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** The same login to another database of the same server. */
export function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(name)}`;
  return address.toString();
}

/** What of an address libpq takes from the environment; so no password stands in a list of processes. */
export function libpqEnvironment(url: string): Record<string, string> {
  const { hostname, port, username, password, searchParams } = new URL(url);
  const settings: Record<string, string | null> = {
    PGHOST: searchParams.get('host') ?? (decodeURIComponent(hostname).replace(/^\[|\]$/g, '') || null),
    PGPORT: port || null,
    PGUSER: decodeURIComponent(username) || null,
    PGPASSWORD: decodeURIComponent(password) || null,
    PGDATABASE: databaseOf(url),
    PGSSLMODE: searchParams.get('sslmode'),
    PGSSLROOTCERT: searchParams.get('sslrootcert'),
  };
  const given = Object.entries(settings).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return Object.fromEntries(given);
}
