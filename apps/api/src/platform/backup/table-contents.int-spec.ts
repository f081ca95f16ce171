import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { queriesOf } from './database-address';
import { differenceOf, readTableContents, requireWholeSight } from './table-contents';

let database: TestDatabase;
let admin: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});
beforeEach(() => admin.query('BEGIN'));
afterEach(() => admin.query('ROLLBACK'));

const tenant = '0190a1b2-0000-7000-8000-000000000001';

describe('the role of backups', () => {
  it('lets the backup role read every row of every table', async () => {
    await expect(requireWholeSight(queriesOf(admin))).resolves.toBeUndefined();
  });

  it.each([
    ['loses its policy', 'DROP POLICY backup ON profiles.drafts'],
    ['sees a part only', `ALTER POLICY backup ON profiles.drafts USING (tenant_id = '${tenant}')`],
    ['is restricted', 'CREATE POLICY narrow ON profiles.drafts AS RESTRICTIVE TO canar_backup USING (false)'],
    ['may not read', 'REVOKE SELECT ON profiles.drafts FROM canar_backup'],
  ])('stops the backup when it %s, naming the table', async (_, breach) => {
    await admin.query(breach);
    await expect(requireWholeSight(queriesOf(admin))).rejects.toThrow(
      'canar_backup cannot read all of profiles.drafts: migrate',
    );
  });

  it('lets the backup role read tables of later migrations and write none', async () => {
    await admin.query(
      `DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO canar_owner', current_database()); END $$`,
    );
    await admin.query('SET LOCAL ROLE canar_owner');
    await admin.query('CREATE SCHEMA later');
    await admin.query('CREATE TABLE later.things (tenant_id uuid, id serial)');
    await admin.query(`CALL platform.isolate('later.things')`);
    await expect(requireWholeSight(queriesOf(admin))).resolves.toBeUndefined();
    const { rows } = await admin.query(
      `SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
         AND has_table_privilege('canar_backup', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the contents of tables', () => {
  it('detects a changed and a lost row in any row order and server settings', async () => {
    const insert = `INSERT INTO auth.tenants VALUES (gen_random_uuid(), 'One', now()), (gen_random_uuid(), 'Two', now())`;
    await admin.query(insert);
    const before = await readTableContents(queriesOf(admin));
    await admin.query(`SET LOCAL TimeZone = 'Asia/Kolkata'`);
    await admin.query(
      'CREATE TEMP TABLE copied ON COMMIT DROP AS SELECT * FROM auth.tenants; DELETE FROM auth.tenants; INSERT INTO auth.tenants SELECT * FROM copied ORDER BY name DESC; DROP TABLE copied',
    );
    expect(differenceOf(before, await readTableContents(queriesOf(admin)))).toBeNull();
    await admin.query(`UPDATE auth.tenants SET name = 'Won' WHERE name = 'One'`);
    expect(differenceOf(before, await readTableContents(queriesOf(admin)))).toBe('the rows of auth.tenants differ');
    await admin.query(`DELETE FROM auth.tenants WHERE name = 'Won'`);
    expect(differenceOf(before, await readTableContents(queriesOf(admin)))).toBe('auth.tenants has 1 rows, not 2');
    expect(differenceOf(before.slice(1), before)).toBe(`${before[0]?.name} was not there`);
  });
});
