import { Client, type ClientConfig, escapeIdentifier, escapeLiteral } from 'pg';

const crossTenantRoles = ['canar_public', 'canar_jobs', 'canar_operator', 'canar_backup'];

/** What RDS asks of a role that signs in with a token. */
const TOKEN_ROLE = 'rds_iam';

/** The connections whose roles and database are to exist. */
export interface RoleUrls {
  /** `canar_app`: what the API runs as; owns nothing. */
  app: string;
  /** `canar_owner`: what migrations run as; owns the schemas. */
  owner: string;
  /** A login whose one right is to become `canar_backup`; without it backups sign in as the administrator. */
  backup?: string | undefined;
  /** `iam`: both sign in with tokens at Amazon RDS. */
  auth: 'password' | 'iam';
}

/**
 * Creates the roles and the database that are missing and sets the passwords; safe to repeat and to run in parallel.
 * The application's role owns nothing, inherits nothing and cannot bypass row-level security.
 * @param administrator a role that may create roles and databases
 */
export async function prepareRoles(administrator: ClientConfig, urls: RoleUrls): Promise<void> {
  const admin = new Client(administrator);
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock(7201002)');
    for (const url of [urls.owner, urls.app]) await ensureLogin(admin, loginOf(url), urls.auth);
    for (const name of crossTenantRoles) {
      if (!(await exists(admin, name))) await admin.query(`CREATE ROLE ${name} NOLOGIN`);
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

async function exists(admin: Client, role: string): Promise<boolean> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  return rowCount !== 0;
}

async function ensureLogin(admin: Client, { name, password }: Login, auth: RoleUrls['auth']): Promise<void> {
  const role = escapeIdentifier(name);
  const create = `CREATE ROLE ${role} LOGIN NOINHERIT`;
  if (!(await exists(admin, name))) await (auth === 'iam' ? createByAnother(admin, create) : admin.query(create));
  if (auth === 'iam') await admin.query(`GRANT ${TOKEN_ROLE} TO ${role}`);
  else if (password) await admin.query(`ALTER ROLE ${role} PASSWORD ${escapeLiteral(password)}`);
}

/**
 * Creates a role of which the administrator does not become a member. From PostgreSQL 16 on the creator of a role is its
 * member; RDS takes every member of `rds_iam`, however far removed, for one that signs in with tokens, and would refuse
 * the administrator's password from then on. So a role that lives as long as this transaction creates it.
 */
async function createByAnother(admin: Client, create: string): Promise<void> {
  await admin.query(`
    BEGIN;
    CREATE ROLE canar_role_maker CREATEROLE;
    GRANT canar_role_maker TO CURRENT_USER;
    SET LOCAL ROLE canar_role_maker;
    ${create};
    RESET ROLE;
    DROP ROLE canar_role_maker;
    COMMIT`);
}

async function ensureBackupLogin(admin: Client, login: Login, database: string): Promise<void> {
  await ensureLogin(admin, login, 'password');
  await admin.query(`GRANT canar_backup TO ${escapeIdentifier(login.name)}`);
  await admin.query(`GRANT CONNECT ON DATABASE ${escapeIdentifier(database)} TO ${escapeIdentifier(login.name)}`);
}

function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

async function ensureDatabase(admin: Client, urls: RoleUrls): Promise<void> {
  const name = databaseOf(urls.owner);
  const database = escapeIdentifier(name);
  const owner = escapeIdentifier(loginOf(urls.owner).name);
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await createDatabase(admin, database, owner, urls.auth);
  await admin.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await admin.query(`GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${database} TO ${owner}`);
  await admin.query(
    `GRANT CONNECT ON DATABASE ${database} TO ${escapeIdentifier(loginOf(urls.app).name)}, canar_backup`,
  );
}

/** At RDS the database stays the administrator's, who must not become a member of a role that signs in with tokens. */
async function createDatabase(admin: Client, database: string, owner: string, auth: RoleUrls['auth']): Promise<void> {
  if (auth === 'iam') {
    await admin.query(`CREATE DATABASE ${database}`);
    return;
  }
  await admin.query(`GRANT ${owner} TO CURRENT_USER`);
  await admin.query(`CREATE DATABASE ${database} OWNER ${owner}`);
}
