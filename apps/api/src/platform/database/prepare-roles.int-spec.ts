import { type LocalDatabase, startTemporaryDatabase } from '@canar/local-postgres';
import { Client } from 'pg';
import { migrate } from './migrate';
import { prepareRoles } from './prepare-roles';

/**
 * What is real: a PostgreSQL of its own, whose administrator is no superuser, as at RDS. What is not: `rds_iam` is an
 * ordinary role here, and passwords stand in for tokens.
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
    await Promise.all([prepare(), prepare()]);
    await prepare();
  });

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

  it('leaves no role that could create roles', async () => {
    const { rows } = await superuser.query(`SELECT rolname FROM pg_roles WHERE rolcreaterole AND NOT rolsuper`);
    expect(rows).toEqual([{ rolname: 'rds_admin' }]);
  });

  it('lets canar_owner migrate, twice at once, and canar_app work owning nothing', async () => {
    await superuser.query(`ALTER ROLE canar_owner PASSWORD 'canar_owner'; ALTER ROLE canar_app PASSWORD 'canar_app'`);
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
