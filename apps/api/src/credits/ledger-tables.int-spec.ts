import { Client } from 'pg';
import { v7 as newId } from 'uuid';
import { registerPerson } from '../auth/testing';
import { startTestApp, type TestApp } from '../test-app';
import { grantCredits } from './testing';
import { endAt, newEntry, newTransaction } from './testing/ledger-rows';
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
  it.each(tables)('rejects changing, deleting or truncating %s as the application', async (table) => {
    await expect(asApplication([`UPDATE credits.${table} SET tenant_id = tenant_id`])).rejects.toThrow(
      /permission denied/,
    );
    await expect(asApplication([`DELETE FROM credits.${table}`])).rejects.toThrow(/permission denied/);
    await expect(asApplication([`TRUNCATE credits.${table} CASCADE`])).rejects.toThrow(/permission denied/);
  });

  it.each(tables)('rejects changing %s even as its owner, by a trigger', async (table) => {
    await expect(owner.query(`UPDATE credits.${table} SET tenant_id = tenant_id`)).rejects.toThrow(/append-only/);
    await expect(owner.query(`DELETE FROM credits.${table}`)).rejects.toThrow(/append-only/);
    await expect(owner.query(`TRUNCATE credits.${table} CASCADE`)).rejects.toThrow(/append-only/);
  });

  it('rejects an unbalanced transaction at COMMIT', async () => {
    const id = newId();
    await expect(asApplication(newTransaction('grant', { id }), newEntry(id, 3, 'wallet', 1000, 1500))).rejects.toThrow(
      /do not sum to zero/,
    );
  });

  it('rejects at COMMIT a balance that differs from the last entry', async () => {
    await expect(asApplication(['UPDATE credits.accounts SET balance = 999'])).rejects.toThrow(
      /not what its last entry and its grants say/,
    );
  });

  it('rejects a negative balance at once', async () => {
    await expect(asApplication(['UPDATE credits.accounts SET balance = -1'])).rejects.toThrow(/check constraint/);
  });

  it('a transaction without entries fails at COMMIT', async () => {
    await expect(asApplication(newTransaction('charge', { action: 'profile.edit' }))).rejects.toThrow(
      /do not sum to zero/,
    );
  });

  it.each([
    ['kind and book', 'charge', 'expired', 5],
    ['kind and sign', 'charge', 'spent', -5],
    ['kind and book of a take-back', 'take_back', 'spent', 5],
    ['kind and sign of an expiry', 'expiry', 'spent', -5],
  ])('a transaction whose %s do not fit fails at COMMIT', async (_, kind, book, taken) => {
    const id = newId();
    await expect(
      asApplication(
        newTransaction(kind, { id, action: kind === 'charge' ? 'profile.edit' : null }),
        newEntry(id, 3, 'wallet', -taken, 500 - taken),
        newEntry(id, 4, book, taken, 500 - taken),
      ),
    ).rejects.toThrow(/do not fit a/);
  });

  it('entries that the account does not end at fail at COMMIT', async () => {
    const id = newId();
    await expect(
      asApplication(
        newTransaction('charge', { id, action: 'profile.edit' }),
        newEntry(id, 3, 'wallet', -5, 495),
        newEntry(id, 4, 'spent', 5, 495),
      ),
    ).rejects.toThrow(/are not in the account/);
  });

  it('a balance that does not follow from the one before fails at COMMIT', async () => {
    const id = newId();
    await expect(
      asApplication(
        newTransaction('charge', { id, action: 'profile.edit' }),
        newEntry(id, 3, 'wallet', -5, 496),
        newEntry(id, 4, 'spent', 5, 496),
      ),
    ).rejects.toThrow(/do not follow the one before/);
  });

  it.each(['amount', 'source', 'reference', 'expires_at', 'granted_at', 'transaction_id'])(
    'the application cannot change the %s of a grant',
    async (column) => {
      await expect(asApplication([`UPDATE credits.grants SET ${column} = ${column}`])).rejects.toThrow(
        /permission denied/,
      );
    },
  );

  it('what is left of a grant is changed by its allocations alone', async () => {
    await expect(asApplication(['UPDATE credits.grants SET remaining = remaining - 5'])).rejects.toThrow(/append-only/);
    await expect(owner.query('TRUNCATE credits.grants CASCADE')).rejects.toThrow(/append-only/);
  });

  it.each([-501, 1])('rejects an allocation of %i to a grant of 500 credits', async (amount) => {
    const id = newId();
    const allocate: [string, unknown[]] = [
      `INSERT INTO credits.allocations (tenant_id, transaction_id, grant_id, amount)
       SELECT $1, $2, id, $3 FROM credits.grants WHERE tenant_id = $1`,
      [tenantId, id, amount],
    ];
    await expect(asApplication(newTransaction('take_back', { id }), allocate)).rejects.toThrow(/grants_check/);
  });

  it('rejects an entry with a negative balance at once', async () => {
    const id = newId();
    await expect(
      asApplication(newTransaction('take_back', { id }), newEntry(id, 3, 'wallet', -501, -1)),
    ).rejects.toThrow(/entries_balance_after_check/);
  });

  it.each([
    ['a charge without an action', 'charge', null, null],
    ['a grant with an action', 'grant', 'profile.edit', null],
    ['a reversal of nothing', 'reversal', null, null],
    ['an expiry that reverses', 'expiry', null, newId()],
  ])('rejects %s at once', async (_, kind, action, reverses) => {
    await expect(asApplication(newTransaction(kind, { action, reverses }))).rejects.toThrow(/transactions_check/);
  });

  it('rejects a second grant of one source for one reference at once', async () => {
    await expect(
      asApplication([
        `INSERT INTO credits.grants (tenant_id, id, source, reference, amount, expires_at, granted_at, transaction_id)
         SELECT tenant_id, $2, source, reference, amount, expires_at, granted_at, $2
         FROM credits.grants WHERE tenant_id = $1`,
        [tenantId, newId()],
      ]),
    ).rejects.toThrow(/grants_tenant_id_source_reference_key/);
  });

  it('rejects a second reversal of one charge at once', async () => {
    const charge = newId();
    await expect(
      asApplication(
        newTransaction('charge', { id: charge, action: 'profile.edit' }),
        newTransaction('reversal', { reverses: charge }),
        newTransaction('reversal', { reverses: charge }),
      ),
    ).rejects.toThrow(/one_reversal_of_one_charge/);
  });

  it.each(['credits.transactions', 'billing.payments'])(
    'the application cannot say when a row of %s was recorded',
    async (table) => {
      const { rows } = await owner.query(
        `SELECT has_column_privilege('canar_app', $1, 'recorded_at', 'INSERT') AS may`,
        [table],
      );
      expect(rows).toEqual([{ may: false }]);
    },
  );

  it.each([
    ['source', { source: "'operator'" }],
    ['reference', { reference: 'gen_random_uuid()' }],
    ['expiry', { expires_at: "'2036-01-01'" }],
    ['date', { granted_at: "'2026-01-02'" }],
  ])('a grant of another %s than its transaction fails at COMMIT', async (_, changes) => {
    const id = newId();
    const columns = { source: 'source', reference: 'reference', expires_at: 'expires_at', granted_at: 'effective_at' };
    await expect(
      asApplication(
        newTransaction('grant', { id }),
        newEntry(id, 3, 'wallet', 5, 505),
        newEntry(id, 4, 'issued', -5, 505),
        [
          `INSERT INTO credits.grants (tenant_id, id, amount, transaction_id, ${Object.keys(columns).join()})
           SELECT tenant_id, $2, 5, id, ${Object.values({ ...columns, ...changes }).join()}
           FROM credits.transactions WHERE tenant_id = $1 AND id = $2`,
          [tenantId, id],
        ],
        endAt(4, 505),
      ),
    ).rejects.toThrow(/is not what its transaction granted/);
  });

  it('a charge that takes from no grant fails at COMMIT', async () => {
    const id = newId();
    await expect(
      asApplication(
        newTransaction('charge', { id, action: 'profile.edit' }),
        newEntry(id, 3, 'wallet', -5, 495),
        newEntry(id, 4, 'spent', 5, 495),
        endAt(4, 495),
      ),
    ).rejects.toThrow(/are not those of its grants/);
  });

  it.each(["last_hash = sha256('')", 'last_sequence = last_sequence + 2'])(
    'an account that does not end at its last entry fails at COMMIT: %s',
    async (change) => {
      await expect(asApplication([`UPDATE credits.accounts SET ${change}`])).rejects.toThrow(
        /not what its last entry and its grants say/,
      );
    },
  );

  it('rejects a second suspension of an account at once', async () => {
    const suspend: [string, unknown[]] = [
      `INSERT INTO credits.suspensions (tenant_id, id, faults, suspended_at)
       VALUES ($1, gen_random_uuid(), '[]', '2026-01-01')`,
      [tenantId],
    ];
    await expect(asApplication(suspend, suspend)).rejects.toThrow(/one_open_suspension/);
  });
});
