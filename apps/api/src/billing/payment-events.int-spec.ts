import type { Person } from '../auth/testing';
import { startTestApp, type TestApp } from '../test-app';
import { actAtSandbox, openCheckout } from './testing';
import { bought, type EventFields, SandboxEvents, untouched } from './testing/sandbox-events';

let test: TestApp;
let events: SandboxEvents;
beforeAll(async () => {
  test = await startTestApp({ DATABASE_POOL_SIZE: '8' });
  events = new SandboxEvents(test);
});
afterAll(() => test.close());

const open = () => events.open();
const captured = (id: string, fields?: EventFields) => events.captured(id, fields);
const deliver = (event: EventFields, sign?: (body: string) => string | undefined) => events.deliver(event, sign);
const traces = (person: Person, id: string) => events.traces(person, id);
const openAnother = async (person: Person) => (await openCheckout(person, { plan: 'basic' })).body.checkoutId;
const failed = (id: string) => captured(id, { id: `failed of ${id}`, kind: 'payment.failed' });
const abandoned = (id: string) => captured(id, { id: `left ${id}`, kind: 'checkout.abandoned', paymentId: null });
const signature: SandboxEvents['signature'] = (...about) => events.signature(...about);

describe('a captured payment', () => {
  it('grants once for fifty deliveries of one event in parallel', async () => {
    const { person, id } = await open();
    const answers = await Promise.all(Array.from({ length: 50 }, () => deliver(captured(id))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    expect(await traces(person, id)).toEqual({ ...bought, events: 1 });
  });

  it('grants once for fifty events of one payment in parallel', async () => {
    const { person, id } = await open();
    const deliveries = Array.from({ length: 50 }, (_, index) => deliver(captured(id, { id: `${id} ${index}` })));
    expect(new Set((await Promise.all(deliveries)).map(({ status }) => status))).toEqual(new Set([204]));
    expect(await traces(person, id)).toEqual({ ...bought, events: 50 });
  });

  it('stores one payment for the webhook and the sandbox page together', async () => {
    const { person, id } = await open();
    await Promise.all([...Array(5).keys()].map(() => actAtSandbox(person, id, 'pay')));
    await deliver(captured(id, { paymentId: `payment:${id}` }));
    expect(await traces(person, id)).toEqual({ ...bought, events: 2 });
  });

  it('begins the period at the capture when it is reported within an hour', async () => {
    const { person, id } = await open();
    const event = captured(id);
    test.clock.advance(3_600);
    const { user } = person;
    await deliver(event);
    const [period] = await test.sql('SELECT starts_at FROM billing.periods WHERE tenant_id = $1', [user.tenantId]);
    expect(period).toEqual({ starts_at: new Date(String(event['occurredAt'])) });
  });

  it('accepts a payment after a declined and an abandoned attempt', async () => {
    const { person, id } = await open();
    for (const event of [failed(id), abandoned(id), captured(id)]) expect((await deliver(event)).status).toBe(204);
    expect(await traces(person, id)).toEqual({ ...bought, events: 3 });
  });

  it('accepts a payment reported together with a failure and an abandonment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { person, id } = await open();
      await Promise.all([captured(id), failed(id), abandoned(id)].map((event) => deliver(event)));
      expect(await traces(person, id)).toEqual({ ...bought, events: 3 });
    }
  });

  it('gives each of several payments reported together its own period', async () => {
    const { person, id } = await open();
    const ids = [id, ...(await Promise.all([1, 2, 3, 4].map(() => openAnother(person))))];
    await deliver(captured(id));
    const answers = await Promise.all(ids.map((each) => deliver(captured(each))));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(204));
    const [sold] = await test.sql(
      `SELECT count(*)::int AS periods, sum(ends_at - starts_at) = max(ends_at) - min(starts_at) AS contiguous
       FROM billing.periods WHERE tenant_id = $1`,
      [person.user.tenantId],
    );
    expect(sold).toEqual({ periods: 5, contiguous: true });
  });

  it('reaches the same state for every order of events, with duplicates', async () => {
    const orders = permutations([captured, captured, failed, abandoned]);
    expect(orders).toHaveLength(24);
    const lives = orders.map(async (order) => {
      const { person, id } = await open();
      for (const event of order) await deliver(event(id));
      return traces(person, id);
    });
    expect(await Promise.all(lives)).toEqual(Array(24).fill({ ...bought, events: 3 }));
  });
});

describe('a webhook', () => {
  const now = () => test.clock.now().getTime() / 1000;

  it.each<[string, (body: string) => string | undefined]>([
    ['no signature', () => undefined],
    ['an empty signature', () => ''],
    ['a signature of another body', () => signature('{}')],
    ['a signature with another secret', (body) => signature(body, now(), 'x'.repeat(32))],
    ['a signature that is too old', (body) => signature(body, now() - 301)],
    ['a signature from the future', (body) => signature(body, now() + 301)],
    ['a newer time on an old signature', (body) => signature(body, now() - 400).replace(/^t=\d+/, `t=${now()}`)],
  ])('rejects an event with %s and changes nothing', async (_, sign) => {
    const { person, id } = await open();
    const answer = await deliver(captured(id), sign);
    expect([answer.status, answer.body['code']]).toEqual([400, 'webhook.signature']);
    expect(await traces(person, id)).toEqual(untouched);
  });

  it('accepts a webhook whose signature is five minutes old', async () => {
    const { person, id } = await open();
    expect((await deliver(captured(id), (body) => signature(body, now() - 300))).status).toBe(204);
    expect(await traces(person, id)).toMatchObject(bought);
  });

  it.each<[string, EventFields]>([
    ['an unnamed kind', { kind: '' }],
    ['half a paisa', { amount: 199_900.5 }],
    ['no payment', { paymentId: null }],
    ['the year 9999', { occurredAt: '9999-12-31T23:59:59Z' }],
    ['a payment with a NUL in its id', { paymentId: 'a\u0000b' }],
    ['an id with half a surrogate', { id: '\ud800' }],
  ])('rejects a signed event with %s', async (_, fields) => {
    const { person, id } = await open();
    const answer = await deliver(captured(id, fields));
    expect([answer.status, answer.body['code']]).toEqual([400, 'webhook.unreadable']);
    expect(await traces(person, id)).toEqual(untouched);
  });

  it('stores an event of an unknown kind once, about no order', async () => {
    const { person, id } = await open();
    const unknown = captured(id, { kind: 'payment.imagined' });
    expect((await deliver(unknown)).status).toBe(204);
    expect((await deliver(unknown)).status).toBe(204);
    expect(
      await test.sql('SELECT kind, order_id FROM billing.provider_events WHERE event_id = $1', [unknown['id']]),
    ).toEqual([{ kind: 'payment.imagined', order_id: null }]);
    expect(await traces(person, id)).toEqual(untouched);
  });

  it('answers 404 for an unknown checkout or provider', async () => {
    expect((await deliver(captured(crypto.randomUUID()))).status).toBe(404);
    expect((await events.anonymous.post('/api/billing/webhooks/elsewhere', { body: {} })).status).toBe(404);
  });
});

describe('a webhook that fails on the way', () => {
  const steps = ['provider_events', 'orders', 'payments', 'subscriptions', 'periods'].map((name) => `billing.${name}`);
  const later = ['credits.entitlements', 'credits.grants', 'credits.entries', 'graphile_worker._private_jobs'];
  const last = ['billing.invoice_series', 'billing.invoices'];

  it.each([...steps, ...later, ...last])(
    'rolls back a failure at %s and completes on the next delivery',
    async (table) => {
      const { person, id } = await open();
      await test.sql(`CREATE OR REPLACE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'broken on purpose'; END $$`);
      await test.sql(
        `CREATE TRIGGER broken BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION public.fail()`,
      );
      expect((await deliver(captured(id))).status).toBe(500);
      await test.sql(`DROP TRIGGER broken ON ${table}`);
      expect(await traces(person, id)).toEqual(untouched);
      expect((await deliver(captured(id))).status).toBe(204);
      expect(await traces(person, id)).toEqual({ ...bought, events: 1 });
    },
  );
});

function permutations<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}
