import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LocalDatabase, startTemporaryDatabase } from '@canar/local-postgres';
import { Client } from 'pg';
import { migrate } from './migrate';
import { prepareRoles } from './prepare-roles';

/**
 * The rules of RDS for who signs in how: members of `rds_iam`, however far removed, with a token and never with a
 * password, all others with a password. Tokens are not checked here: two members sign in without one, and every other
 * role that is a member through them is rejected. RDS's administrator grants `rds_iam` without being its member; ours
 * needs the ADMIN OPTION for that, so the rules name the two roles.
 */
const RDS_RULES = `
host all canar_owner,canar_app 127.0.0.1/32 trust
host all +canar_owner,+canar_app 127.0.0.1/32 reject
`;

/**
 * What is real: a PostgreSQL of its own with such a pg_hba.conf, whose administrator is no superuser, as at RDS. What is
 * not: `rds_iam` is an ordinary role here, and nothing checks tokens.
 */
describe('a database at RDS', () => {
  let server: LocalDatabase;
  let superuser: Client;
  const at = (login: string, database: string) => {
    const url = new URL(server.adminUrl);
    Object.assign(url, { username: login, password: login, pathname: `/${database}` });
    return url.toString();
  };
  const urls = {
    owner: 'postgresql://canar_owner@h/canar_db',
    app: 'postgresql://canar_app@h/canar_db',
    auth: 'iam',
  } as const;
  const prepare = () => prepareRoles({ connectionString: at('rds_admin', 'postgres') }, urls);
  const isMember = async (role: string, of: string) => {
    const { rows } = await superuser.query<{ member: boolean }>(`SELECT pg_has_role($1, $2, 'MEMBER') AS member`, [
      role,
      of,
    ]);
    return rows[0]?.member;
  };

  beforeAll(async () => {
    server = await startTemporaryDatabase();
    superuser = new Client({ connectionString: server.adminUrl });
    await superuser.connect();
    await superuser.query(`CREATE ROLE rds_iam`);
    await superuser.query(`CREATE ROLE rds_admin LOGIN CREATEROLE CREATEDB PASSWORD 'rds_admin'`);
    await superuser.query(`GRANT rds_iam TO rds_admin WITH ADMIN OPTION`);
    await superuser.query(`CREATE DATABASE canar_db OWNER rds_admin`);
    await applyRdsRules();
    await Promise.all([prepare(), prepare()]);
    await prepare();
  });

  async function applyRdsRules(): Promise<void> {
    const file = join(server.dataDir, 'cluster/pg_hba.conf');
    await writeFile(file, RDS_RULES + (await readFile(file, 'utf8')));
    const { rows } = await superuser.query<{ before: Date }>('SELECT clock_timestamp() AS before, pg_reload_conf()');
    while (!(await hasReloadedSince(rows[0]?.before))) continue;
  }

  async function hasReloadedSince(moment: Date | undefined): Promise<boolean> {
    const { rows } = await queryAs(server.adminUrl, 'SELECT pg_conf_load_time() >= $1 AS reloaded', [moment]);
    return (rows as { reloaded: boolean }[])[0]?.reloaded ?? false;
  }

  async function queryAs(connectionString: string, query: string, values: unknown[] = []) {
    const client = new Client({ connectionString });
    await client.connect();
    try {
      return await client.query(query, values);
    } finally {
      await client.end();
    }
  }

  afterAll(async () => {
    await superuser.end();
    await server.stop();
  });

  it.each(['canar_owner', 'canar_app'])('signs %s in with tokens, and sets no password', async (role) => {
    await expect(isMember(role, 'rds_iam')).resolves.toBe(true);
    const { rows } = await superuser.query('SELECT rolpassword FROM pg_authid WHERE rolname = $1', [role]);
    expect(rows).toEqual([{ rolpassword: null }]);
  });

  it.each(['canar_owner', 'canar_app'])(
    'adds the administrator to no %s role, so its password keeps working',
    async (role) => {
      await expect(isMember('rds_admin', role)).resolves.toBe(false);
    },
  );

  it('signs the administrator in with its password, after each preparation', async () => {
    await expect(queryAs(at('rds_admin', 'canar_db'), 'SELECT 1')).resolves.toMatchObject({ rowCount: 1 });
  });

  it('rejects the password of every other role that would sign in with tokens', async () => {
    await superuser.query(`CREATE ROLE member LOGIN PASSWORD 'member' IN ROLE canar_app`);
    await expect(queryAs(at('member', 'canar_db'), 'SELECT 1')).rejects.toThrow('pg_hba.conf rejects connection');
  });

  it('leaves no role that could create roles', async () => {
    const { rows } = await superuser.query(`SELECT rolname FROM pg_roles WHERE rolcreaterole AND NOT rolsuper`);
    expect(rows).toEqual([{ rolname: 'rds_admin' }]);
  });

  it('lets canar_owner migrate, twice at once, and canar_app work owning nothing', async () => {
    const owner = { connectionString: at('canar_owner', 'canar_db') };
    const [first, second] = await Promise.all([migrate(owner), migrate(owner)]);
    expect([first.ran.length, second.ran.length].sort()).toEqual([0, Math.max(first.ran.length, second.ran.length)]);
    await expect(migrate(owner)).resolves.toEqual({ ran: [], broken: [] });

    const app = new Client({ connectionString: at('canar_app', 'canar_db') });
    await app.connect();
    await expect(app.query('SELECT id FROM auth.users')).resolves.toMatchObject({ rowCount: 0 });
    await app.query('BEGIN; SET LOCAL ROLE canar_public; ROLLBACK');
    await expect(app.query('CREATE SCHEMA theirs')).rejects.toThrow('permission denied');
    await app.end();
  });
});
