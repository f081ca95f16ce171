import { randomBytes } from 'node:crypto';
import { createDatabase, dropDatabase } from '@canar/local-postgres';
import { Client } from 'pg';
import { roleUrl } from '../testing/database-urls';
import { migrate } from './migrate';
import { prepareRoles } from './prepare-roles';

/** The last migration before the ledger's checks. */
const before = '0016-sign-in.sql';

const tenant = '0190a1b2-0000-7000-8000-000000000001';
const [charge, grant] = ['0190a1b2-0000-7000-8000-000000000002', '0190a1b2-0000-7000-8000-000000000003'];

let adminUrl: string;
let name: string;
let admin: Client;
beforeAll(async () => {
  adminUrl = process.env['CANAR_TEST_DATABASE'] ?? '';
  name = `spec_${randomBytes(6).toString('hex')}`;
  admin = new Client({ connectionString: await createDatabase(adminUrl, name) });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await dropDatabase(adminUrl, name);
});

describe('a database with a ledger of an earlier version', () => {
  it('migrates an older database with its rows and validates its checks', async () => {
    const owner = roleUrl(adminUrl, 'canar_owner', name);
    await prepareRoles(
      { connectionString: adminUrl },
      { owner, app: roleUrl(adminUrl, 'canar_app', name), auth: 'password' },
    );
    await migrate({ connectionString: owner }, before);
    await admin.query(`
      INSERT INTO auth.tenants (id, name, created_at) VALUES ('${tenant}', 'Asha', '2026-01-01');
      INSERT INTO credits.accounts (tenant_id) VALUES ('${tenant}');
      INSERT INTO credits.transactions (tenant_id, id, kind, reference, effective_at)
        VALUES ('${tenant}', '${grant}', 'grant', '${grant}', '2026-01-01');
      INSERT INTO credits.transactions (tenant_id, id, kind, action, effective_at)
        VALUES ('${tenant}', '${charge}', 'charge', 'profile.edit', '2026-01-01')`);

    const { ran, broken } = await migrate({ connectionString: owner });
    expect(ran).toContain('0020-ledger-checks.sql');
    expect(broken).toEqual([
      {
        table: 'credits.transactions',
        constraint: 'transactions_name_what_for',
        query: expect.stringContaining('NOT'),
      },
    ]);
    const found = await admin.query(broken[0]?.query ?? '');
    expect(found.rows).toMatchObject([{ id: charge, hash_version: 1 }]);

    await admin.query(`SET session_replication_role = replica`);
    await admin.query(`UPDATE credits.transactions SET reference = id WHERE id = '${charge}'`);
    await expect(migrate({ connectionString: owner })).resolves.toEqual({ ran: [], broken: [] });
  });
});
