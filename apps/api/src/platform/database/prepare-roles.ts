import { Client, escapeIdentifier, escapeLiteral } from 'pg';

const crossTenantRoles = ['canar_public', 'canar_jobs', 'canar_operator', 'canar_backup'];

/** The connections whose roles and database are to exist. */
export interface RoleUrls {
  /** A role that may create roles and databases. */
  admin: string;
  /** `canar_app`: what the API runs as; owns nothing. */
  app: string;
  /** `canar_owner`: what migrations run as; owns the schemas. */
  owner: string;
  /** A login whose one right is to become `canar_backup`; without it backups sign in as the administrator. */
  backup?: string | undefined;
}

/**
 * Creates the roles and the database that are missing and sets the passwords; safe to repeat and to run in parallel.
 * The application's role owns nothing, inherits nothing and cannot bypass row-level security.
 */
export async function prepareRoles(urls: RoleUrls): Promise<void> {
  const admin = new Client({ connectionString: urls.admin });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock(7201002)');
    await ensureRole(admin, loginOf(urls.owner), 'LOGIN NOINHERIT');
    await ensureRole(admin, loginOf(urls.app), 'LOGIN NOINHERIT');
    for (const name of crossTenantRoles) {
      await ensureRole(admin, { name }, 'NOLOGIN');
      if (name !== 'canar_backup') await admin.query(`GRANT ${name} TO ${escapeIdentifier(loginOf(urls.app).name)}`);
    }
    await ensureDatabase(admin, urls);
    if (urls.backup) await ensureBackupLogin(admin, loginOf(urls.backup), databaseOf(urls.owner));
  } finally {
    await admin.end();
  }
}

interface Login {
  name: string;
  password?: string;
}

function loginOf(url: string): Login {
  const { username, password } = new URL(url);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
}

async function ensureRole(admin: Client, login: Login, attributes: string): Promise<void> {
  const name = escapeIdentifier(login.name);
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [login.name]);
  if (rowCount === 0) await admin.query(`CREATE ROLE ${name} ${attributes}`);
  if (login.password) await admin.query(`ALTER ROLE ${name} PASSWORD ${escapeLiteral(login.password)}`);
}

async function ensureBackupLogin(admin: Client, login: Login, database: string): Promise<void> {
  await ensureRole(admin, login, 'LOGIN NOINHERIT');
  await admin.query(`GRANT canar_backup TO ${escapeIdentifier(login.name)}`);
  await admin.query(`GRANT CONNECT ON DATABASE ${escapeIdentifier(database)} TO ${escapeIdentifier(login.name)}`);
}

function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

async function ensureDatabase(admin: Client, urls: RoleUrls): Promise<void> {
  const name = databaseOf(urls.owner);
  const owner = escapeIdentifier(loginOf(urls.owner).name);
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) {
    await admin.query(`GRANT ${owner} TO CURRENT_USER`);
    await admin.query(`CREATE DATABASE ${escapeIdentifier(name)} OWNER ${owner}`);
  }
  await admin.query(`REVOKE ALL ON DATABASE ${escapeIdentifier(name)} FROM PUBLIC`);
  await admin.query(
    `GRANT CONNECT ON DATABASE ${escapeIdentifier(name)} TO ${escapeIdentifier(loginOf(urls.app).name)}, canar_backup`,
  );
}
