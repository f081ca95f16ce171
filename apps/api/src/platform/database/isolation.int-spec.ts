import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';

/** Tables that hold no tenant's data, each with why. Those of auth hold people, and the tenants themselves. */
const globalTables = new Set([
  'auth.users',
  'auth.credentials',
  'auth.sessions',
  'auth.tenants',
  'auth.memberships',
  'auth.one_time_tokens',
  'auth.sign_in_attempts',
  'auth.consents',
  'auth.audit',
  'auth.second_factors',
  'auth.recovery_codes',
  'auth.operators',
  'auth.retained_records', // of persons who have left, sealed
  'auth.operator_acts', // of operators, on any tenant
  'auth.email_changes',
  'auth.passkeys',
  'auth.identities',
  'auth.account_exports',
  'auth.used_passkey_challenges', // of nobody
  'billing.provider_events', // of a provider, before anybody knows the tenant
  'billing.reconciliations', // of a provider
  'billing.sandbox_events', // of a provider, as the sandbox stores them
  'billing.sandbox_mandates', // the same
  'billing.sandbox_debits',
  'billing.invoice_series', // of the seller, over all buyers
  'platform.migrations',
  'platform.suppressed_addresses', // of people, whatever their tenants: a provider names the address alone
  'platform.captured_mails', // a laptop's mailbox, never in production
]);

const policy = `(tenant_id = (NULLIF(( SELECT current_setting('app.tenant_id'::text, true) AS current_setting), ''::text))::uuid)`;

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

/** Names every table that is neither isolated by tenant nor listed as global. */
async function openTables(): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'graphile_worker')
       AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
         SELECT 1 FROM pg_policies p
         WHERE p.schemaname = n.nspname AND p.tablename = c.relname AND p.roles = '{canar_app}'
           AND p.cmd = 'ALL' AND p.qual = $1 AND p.with_check = $1))`,
    [policy],
  );
  return rows.map(({ name }) => name).filter((name) => !globalTables.has(name));
}

describe('row-level security', () => {
  it('isolates every table that is not listed as global', async () => {
    expect(await openTables()).toEqual([]);
  });

  it('reports a table without FORCE, policy or row-level security', async () => {
    for (const breach of [
      'ALTER TABLE profiles.drafts NO FORCE ROW LEVEL SECURITY',
      'ALTER TABLE profiles.drafts DISABLE ROW LEVEL SECURITY',
      'DROP POLICY tenant ON profiles.drafts',
      'ALTER POLICY tenant ON profiles.drafts USING (true)',
    ]) {
      await admin.query('BEGIN');
      await admin.query(breach);
      expect(await openTables()).toEqual(['profiles.drafts']);
      await admin.query('ROLLBACK');
    }
  });

  it('includes the tenant in every foreign key to a table of tenants', async () => {
    const { rows } = await admin.query<{ name: string; target: string }>(
      `SELECT c.conrelid::regclass || ' ' || c.conname AS name, c.confrelid::regclass::text AS target
       FROM pg_constraint c JOIN pg_class t ON t.oid = c.confrelid JOIN pg_namespace n ON n.oid = t.relnamespace
       WHERE c.contype = 'f' AND n.nspname NOT IN ('auth', 'graphile_worker') AND NOT EXISTS (
         SELECT 1 FROM pg_attribute a
         WHERE a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname = 'tenant_id')`,
    );
    expect(rows.filter(({ target }) => !globalTables.has(target))).toEqual([]);
  });
});

describe('the roles', () => {
  it('gives the application no ownership and no bypass of row-level security', async () => {
    const { rows } = await admin.query(
      `SELECT rolname, rolsuper, rolbypassrls, rolinherit, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = 'canar_app'`,
    );
    expect(rows).toEqual([
      {
        rolname: 'canar_app',
        rolsuper: false,
        rolbypassrls: false,
        rolinherit: false,
        rolcreaterole: false,
        rolcreatedb: false,
      },
    ]);
    const owned = await admin.query(
      `SELECT c.oid::regclass FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname LIKE 'canar\\_%' AND r.rolname NOT IN ('canar_owner', 'canar_admin')`,
    );
    expect(owned.rows).toEqual([]);
  });

  it('allows no sign-in as a role that works across tenants', async () => {
    const { rows } = await admin.query<{ rolname: string }>(
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'canar\\_%' AND rolcanlogin ORDER BY rolname`,
    );
    expect(rows.map(({ rolname }) => rolname)).toEqual(['canar_admin', 'canar_app', 'canar_owner']);
  });

  it('hides drafts, ledgers and unpublished profiles from visitors', async () => {
    const tables = [
      'profiles.drafts',
      'credits.entries',
      'credits.accounts',
      'platform.idempotency_keys',
      'auth.credentials',
    ];
    for (const table of tables) {
      const { rows } = await admin.query(`SELECT has_table_privilege('canar_public', $1, 'SELECT') AS may`, [table]);
      expect([table, rows[0].may]).toEqual([table, false]);
    }
  });
});
