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
    ['the same time', '0 days', '30 days', /periods_pkey/],
    ['a part of it', '29 days', '59 days', /periods_do_not_overlap/],
    ['time around it', '-1 days', '31 days', /periods_do_not_overlap/],
  ])('refuses a period over %s', async (_, from, to, reason) => {
    await expect(
      asApplication(
        `INSERT INTO billing.periods (tenant_id, payment_id, plan, starts_at, ends_at)
         SELECT tenant_id, gen_random_uuid(), plan, starts_at + $1::interval, starts_at + $2::interval FROM billing.periods`,
        [from, to],
      ),
    ).rejects.toThrow(reason);
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

  it.each([
    ['a second open try', insertRenewal({ attempt: 2 }), /one_renewal_at_a_time/],
    ['a debit without a notice', insertRenewal({ attempt: 2, requestedAt: 'now()' }), /debits_have_a_notice/],
    ['the same try again', insertRenewal({ answeredAt: 'now()' }), /renewals_tenant_id_follows_attempt_key/],
    [
      'a debit at the instant of its notice',
      insertRenewal({ attempt: 2, noticedAt: 'now()', requestedAt: 'now()' }),
      /debits_follow_their_notice/,
    ],
  ])('refuses %s of a renewal', async (_, sql, reason) => {
    const first = insertRenewal({});
    await expect(test.sql(`${mandate}; ${first}; ${sql}`)).rejects.toThrow(reason);
  });

  it.each([
    ['an authorisation without the provider’s id', 'authorised_at = now()', /are_known_when_authorised/],
    ['an end without a reason', 'ended_at = now()', /end_for_a_reason/],
    ['a maximum below the price', 'maximum = amount - 1', /mandates_check/],
  ])('refuses %s of a mandate', async (_, change, reason) => {
    const changed = `UPDATE billing.mandates SET ${change}`;
    await expect(test.sql(`${mandate}; ${changed}`)).rejects.toThrow(reason);
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

// Several statements in one query are one transaction, which an error rolls back.
const mandate = `
  INSERT INTO billing.mandates (tenant_id, order_id, provider, plan, amount, maximum, currency, expires_at)
  SELECT tenant_id, id, provider, plan, amount, amount, currency, now() FROM billing.orders WHERE status = 'declined'`;

/** A try to continue the paid period, which belongs to an order of its own. */
function insertRenewal(about: {
  attempt?: number;
  noticedAt?: string;
  requestedAt?: string;
  answeredAt?: string;
}): string {
  const { attempt = 1, noticedAt = 'NULL', requestedAt = 'NULL', answeredAt = 'NULL' } = about;
  return `
  WITH o AS (
    INSERT INTO billing.orders (tenant_id, id, buyer_id, kind, plan, description, amount, currency, credits, provider, status, opened_at)
    SELECT tenant_id, gen_random_uuid(), buyer_id, kind, plan, description, amount, currency, credits, provider, 'open', opened_at
    FROM billing.orders WHERE status = 'declined' RETURNING tenant_id, id
  )
  INSERT INTO billing.renewals
    (tenant_id, order_id, mandate_id, follows, attempt, announced_at, debit_at, noticed_at, requested_at, answered_at)
  SELECT o.tenant_id, o.id, m.order_id, p.id, ${attempt}, now(), now(), ${noticedAt}, ${requestedAt}, ${answeredAt}
  FROM o, billing.mandates m, billing.payments p`;
}

const insertPayment = `
  INSERT INTO billing.payments (tenant_id, id, order_id, provider, provider_payment_id, amount, currency, paid_at, reported_at)
  VALUES (nullif(current_setting('app.tenant_id'), '')::uuid, $1, $2, 'sandbox', $3, $4, 'INR', now(), now())`;
