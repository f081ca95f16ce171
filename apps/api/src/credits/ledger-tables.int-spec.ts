import { Client } from 'pg';
import { v7 as newId } from 'uuid';
import { registerPerson } from '../auth/testing';
import { startTestApp, type TestApp } from '../test-app';
import { grantCredits } from './testing';
import type { TenantId } from '../platform/ids/ids';

let test: TestApp;
let tenantId: TenantId;
let application: Client;
let owner: Client;

beforeAll(async () => {
  test = await startTestApp();
  tenantId = (await registerPerson(test.app)).user.tenantId;
  await grantCredits(test, tenantId);
  application = new Client({ connectionString: test.database.appUrl });
  owner = new Client({ connectionString: test.database.ownerUrl });
  await Promise.all([application.connect(), owner.connect()]);
});
afterAll(async () => {
  await Promise.all([application.end(), owner.end()]);
  await test.close();
});

/** Runs statements in one transaction of the application's role, with the tenant set. */
async function asApplication(...statements: [string, unknown[]?][]): Promise<void> {
  await application.query('BEGIN');
  try {
    await application.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId]);
    for (const [sql, parameters] of statements) await application.query(sql, parameters);
    await application.query('COMMIT');
  } catch (error) {
    await application.query('ROLLBACK');
    throw error;
  }
}

const tables = ['entries', 'transactions', 'allocations'];

describe('the ledger tables hold against hand-written SQL', () => {
  it.each(tables)('the application cannot change, delete or truncate %s', async (table) => {
    await expect(asApplication([`UPDATE credits.${table} SET tenant_id = tenant_id`])).rejects.toThrow(
      /permission denied/,
    );
    await expect(asApplication([`DELETE FROM credits.${table}`])).rejects.toThrow(/permission denied/);
    await expect(asApplication([`TRUNCATE credits.${table} CASCADE`])).rejects.toThrow(/permission denied/);
  });

  it.each(tables)('even the owner of %s is stopped by its trigger', async (table) => {
    await expect(owner.query(`UPDATE credits.${table} SET tenant_id = tenant_id`)).rejects.toThrow(/append-only/);
    await expect(owner.query(`DELETE FROM credits.${table}`)).rejects.toThrow(/append-only/);
    await expect(owner.query(`TRUNCATE credits.${table} CASCADE`)).rejects.toThrow(/append-only/);
  });

  it('an unbalanced transaction fails at COMMIT', async () => {
    const id = newId();
    await expect(
      asApplication(
        [
          `INSERT INTO credits.transactions (tenant_id, id, kind, effective_at) VALUES ($1, $2, 'grant', now())`,
          [tenantId, id],
        ],
        [
          `INSERT INTO credits.entries (tenant_id, id, transaction_id, sequence, book, amount, balance_after, effective_at, hash)
           VALUES ($1, $2, $3, 3, 'wallet', 1000, 1500, now(), '\\x00')`,
          [tenantId, newId(), id],
        ],
      ),
    ).rejects.toThrow(/do not sum to zero/);
  });

  it('a balance that no entry explains fails at COMMIT', async () => {
    await expect(asApplication(['UPDATE credits.accounts SET balance = 999'])).rejects.toThrow(
      /not what its last entry says/,
    );
  });

  it('a negative balance is refused at once', async () => {
    await expect(asApplication(['UPDATE credits.accounts SET balance = -1'])).rejects.toThrow(/check constraint/);
  });
});
