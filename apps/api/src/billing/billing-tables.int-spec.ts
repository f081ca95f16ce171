import { Client } from 'pg';
import { v7 as newId } from 'uuid';
import { registerPerson } from '../auth/testing';
import type { TenantId } from '../platform/ids/ids';
import { startTestApp, type TestApp } from '../test-app';
import { actAtSandbox, openCheckout, subscribe } from './testing';

let test: TestApp;
let tenantId: TenantId;
let orderId: string;
let application: Client;
let owner: Client;

beforeAll(async () => {
  test = await startTestApp();
  const person = await registerPerson(test.app);
  tenantId = person.user.tenantId;
  await subscribe(person);
  await person.api.post('/api/subscription/cancel');
  orderId = (await openCheckout(person, { plan: 'basic' })).body.checkoutId;
  await actAtSandbox(person, orderId, 'decline');
  application = new Client({ connectionString: test.database.appUrl });
  owner = new Client({ connectionString: test.database.ownerUrl });
  await Promise.all([application.connect(), owner.connect()]);
});
afterAll(async () => {
  await Promise.all([application.end(), owner.end()]);
  await test.close();
});

/** Runs a statement in a transaction of the application's role, with the tenant set. */
async function asApplication(sql: string, parameters: unknown[] = []): Promise<void> {
  await application.query('BEGIN');
  try {
    await application.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId]);
    await application.query(sql, parameters);
    await application.query('COMMIT');
  } catch (error) {
    await application.query('ROLLBACK');
    throw error;
  }
}

describe('the tables of billing hold against hand-written SQL', () => {
  it.each(['payments', 'subscription_acts', 'provider_events', 'disputes'])(
    'neither the application nor its owner changes, deletes or truncates %s',
    async (table) => {
      for (const sql of [
        `UPDATE billing.${table} SET`,
        `DELETE FROM billing.${table}`,
        `TRUNCATE billing.${table} CASCADE`,
      ]) {
        const column = table === 'provider_events' ? 'provider = provider' : 'tenant_id = tenant_id';
        const statement = sql.startsWith('UPDATE') ? `${sql} ${column}` : sql;
        await expect(asApplication(statement)).rejects.toThrow(/permission denied/);
        await expect(owner.query(statement)).rejects.toThrow(/append-only/);
      }
    },
  );

  it.each([
    ['the same time', '0 days', '30 days'],
    ['a part of it', '29 days', '59 days'],
    ['time around it', '-1 days', '31 days'],
  ])('refuses a period over %s', async (_, from, to) => {
    await expect(
      asApplication(
        `INSERT INTO billing.periods (tenant_id, payment_id, plan, starts_at, ends_at)
         SELECT tenant_id, payment_id, plan, starts_at + $1::interval, starts_at + $2::interval FROM billing.periods`,
        [from, to],
      ),
    ).rejects.toThrow(/periods_do_not_overlap|periods_pkey|periods_tenant_id_payment_id_key/);
  });

  it('refuses a second period for one payment', async () => {
    await expect(
      asApplication(
        `INSERT INTO billing.periods (tenant_id, payment_id, plan, starts_at, ends_at)
         SELECT tenant_id, payment_id, plan, ends_at, ends_at + interval '30 days' FROM billing.periods`,
      ),
    ).rejects.toThrow(/periods_tenant_id_payment_id_key/);
  });

  it('refuses a period that ends before it starts', async () => {
    await expect(
      asApplication(
        `INSERT INTO billing.periods (tenant_id, payment_id, plan, starts_at, ends_at)
         SELECT tenant_id, payment_id, plan, ends_at, ends_at FROM billing.periods`,
      ),
    ).rejects.toThrow(/periods_check/);
  });

  it.each([1, 199_899, 199_901])('refuses a payment of %i paise for an order of 199900', async (amount) => {
    await expect(asApplication(insertPayment, [newId(), orderId, 'p', amount])).rejects.toThrow(
      /payments_are_the_price/,
    );
  });

  it('refuses a second payment of one order', async () => {
    await expect(
      asApplication(
        `INSERT INTO billing.payments (tenant_id, id, order_id, provider, provider_payment_id, amount, currency, paid_at, reported_at)
         SELECT tenant_id, $1, order_id, provider, 'another', amount, currency, paid_at, reported_at FROM billing.payments`,
        [newId()],
      ),
    ).rejects.toThrow(/one_payment_of_one_order/);
  });

  it('refuses a payment that the provider reported for another order', async () => {
    const [payment] = await test.sql<{ id: string }>(
      'SELECT provider_payment_id AS id FROM billing.payments WHERE tenant_id = $1',
      [tenantId],
    );
    await expect(asApplication(insertPayment, [newId(), orderId, payment?.id, 199_900])).rejects.toThrow(
      /payments_provider_provider_payment_id_key/,
    );
  });
});

const insertPayment = `
  INSERT INTO billing.payments (tenant_id, id, order_id, provider, provider_payment_id, amount, currency, paid_at, reported_at)
  VALUES (nullif(current_setting('app.tenant_id'), '')::uuid, $1, $2, 'sandbox', $3, $4, 'INR', now(), now())`;
