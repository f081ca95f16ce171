import { Client } from 'pg';
import { type Person, registerPerson } from '../auth/testing';
import { ApiCaller } from '../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../test-app';
import { SandboxProvider } from './payments/sandbox-provider';
import { actAtSandbox, openCheckout, signInAgain } from './testing';

let test: TestApp;
let anonymous: ApiCaller;
beforeAll(async () => {
  test = await startTestApp();
  anonymous = new ApiCaller(test.app);
});
afterAll(() => test.close());

const form = {
  'content-type': 'application/x-www-form-urlencoded',
  accept: 'text/html,*/*',
  origin: 'http://localhost',
};

async function open(body: { plan: 'basic' | 'premium' } = { plan: 'basic' }) {
  const person = await registerPerson(test.app);
  const { checkoutId: id, url } = (await openCheckout(person, body)).body;
  const { pathname: page, searchParams, origin } = new URL(url);
  return { person, id, page, origin, secret: searchParams.get('secret') ?? '' };
}

const statusOf = async (id: string) =>
  (await test.sql<{ status: string }>('SELECT status FROM billing.orders WHERE id = $1', [id]))[0]?.status;
const balanceOf = async ({ api }: Person) => (await api.get<{ balance: number }>('/api/credits')).body.balance;

describe('opening a checkout', () => {
  it('answers a retry with the same bytes and opens one checkout', async () => {
    const person = await registerPerson(test.app);
    const first = await openCheckout(person, { plan: 'basic' }, 'one');
    const again = await Promise.all(Array.from({ length: 8 }, () => openCheckout(person, { plan: 'basic' }, 'one')));
    expect(first.status).toBe(201);
    expect(again.map(({ status, text }) => [status, text])).toEqual(Array(8).fill([201, first.text]));
    expect(new Set(again.map(({ headers }) => headers['idempotency-replayed']))).toEqual(new Set(['true']));
    await actAtSandbox(person, first.body.checkoutId, 'pay');
    expect((await openCheckout(person, { plan: 'basic' }, 'one')).text).toBe(first.text);
    const rows = await test.sql('SELECT 1 FROM billing.orders WHERE tenant_id = $1', [person.user.tenantId]);
    expect(rows).toHaveLength(1);
  });

  it('finds the same checkout on a retry whose first response was lost', async () => {
    const person = await registerPerson(test.app);
    const first = await openCheckout(person, { plan: 'basic' }, 'one');
    await test.sql('DELETE FROM platform.idempotency_keys WHERE tenant_id = $1', [person.user.tenantId]);
    const again = await openCheckout(person, { plan: 'basic' }, 'one');
    expect([again.status, again.text]).toEqual([201, first.text]);
  });

  it('opens another checkout for a key that was used and forgotten long ago', async () => {
    const person = await registerPerson(test.app);
    const first = await openCheckout(person, { plan: 'basic' }, 'one');
    await actAtSandbox(person, first.body.checkoutId, 'pay');
    await test.sql('DELETE FROM platform.idempotency_keys WHERE tenant_id = $1', [person.user.tenantId]);
    test.clock.advance(7 * 86_400);
    const later = await signInAgain(test, person);
    const again = await openCheckout(later, { plan: 'basic' }, 'one');
    expect([again.status, again.body.checkoutId === first.body.checkoutId]).toEqual([201, false]);
    expect(await statusOf(again.body.checkoutId)).toBe('open');
  });

  it('answers a replay and a refusal without asking the provider', async () => {
    const person = await registerPerson(test.app);
    await openCheckout(person, { plan: 'basic' }, 'one');
    const asked = jest.spyOn(SandboxProvider.prototype, 'openCheckout').mockRejectedValue(new Error('down'));
    expect((await openCheckout(person, { plan: 'basic' }, 'one')).status).toBe(201);
    expect((await openCheckout(person, { packs: 1 }, 'two')).status).toBe(402);
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  it('keeps the order of a page that the provider opened when the response is lost', async () => {
    const person = await registerPerson(test.app);
    const down = jest.spyOn(SandboxProvider.prototype, 'openCheckout').mockRejectedValue(new Error('down'));
    expect((await openCheckout(person, { plan: 'basic' }, 'one')).status).toBe(500);
    down.mockRestore();
    const orders = () => test.sql('SELECT id FROM billing.orders WHERE tenant_id = $1', [person.user.tenantId]);
    const [placed] = await orders();
    expect((await openCheckout(person, { plan: 'basic' }, 'one')).body.checkoutId).toBe(placed?.['id']);
    expect(await orders()).toHaveLength(1);
  });

  it('requires a key, and rejects a key that was used for another order', async () => {
    const person = await registerPerson(test.app);
    const without = await person.api.post('/api/subscription/checkout', { body: { plan: 'basic' } });
    expect([without.status, without.body['code']]).toEqual([400, 'idempotency.key-required']);
    await openCheckout(person, { plan: 'basic' }, 'one');
    expect((await openCheckout(person, { plan: 'premium' }, 'one')).status).toBe(422);
  });

  it('answers 409 to a retry that waits too long for the first request', async () => {
    const person = await registerPerson(test.app);
    const { tenantId, id: userId } = person.user;
    const first = new Client({ connectionString: test.database.adminUrl });
    await first.connect();
    await test.sql(`CREATE FUNCTION public.lose_patience() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM set_config('lock_timeout', '20ms', true); RETURN NEW; END $$`);
    await test.sql(`CREATE TRIGGER impatient BEFORE INSERT ON platform.idempotency_keys
      FOR EACH ROW WHEN (NEW.fingerprint <> '') EXECUTE FUNCTION public.lose_patience()`);
    try {
      await first.query('BEGIN');
      await first.query(
        `INSERT INTO platform.idempotency_keys (tenant_id, user_id, key, fingerprint, created_at)
         VALUES ($1, $2, 'one', '', now())`,
        [tenantId, userId],
      );
      const retry = await openCheckout(person, { plan: 'basic' }, 'one');
      expect([retry.status, retry.body]).toMatchObject([409, { code: 'idempotency.in-progress' }]);
    } finally {
      await first.end();
      await test.sql('DROP TRIGGER impatient ON platform.idempotency_keys');
    }
    expect((await openCheckout(person, { plan: 'basic' }, 'one')).status).toBe(201);
  });

  it('opens different checkouts for one key of two tenants', async () => {
    const [one, other] = [await registerPerson(test.app), await registerPerson(test.app)];
    const ids = [await openCheckout(one, { plan: 'basic' }, 'k'), await openCheckout(other, { plan: 'basic' }, 'k')];
    expect(new Set(ids.map(({ body }) => body.checkoutId)).size).toBe(2);
  });
});

describe('the page of the sandbox', () => {
  it('renders the checkout page without script, with price and test notice', async () => {
    const { page, secret } = await open();
    const { status, headers, text } = await anonymous.get(`${page}?secret=${secret}`);
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("form-action 'self'");
    expect(headers['cache-control']).toBe('no-store');
    expect(text).not.toContain('<script');
    expect(text).toMatch(/Total, GST included.*₹1,999\.00/);
    expect(text).toContain('This is a test payment');
    const buttons = [...text.matchAll(/<button[^>]*>([^<]*)<\/button>/g)].map(([, name]) => name);
    expect(buttons).toEqual(['Pay ₹1,999.00', 'Decline', 'Abandon']);
  });

  it.each([
    ['pay', 'paid'],
    ['decline', 'declined'],
    ['abandon', 'abandoned'],
  ])('sends a browser that chose to %s back to the site', async (act, status) => {
    const { id, page, secret } = await open();
    const answer = await anonymous.post(`${page}/${act}`, { body: `secret=${secret}`, headers: form });
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe(`http://localhost/checkout/return/?checkout=${id}&status=${status}`);
    expect(await statusOf(id)).toBe(status);
  });

  it('answers the holder of the secret and the buyer any number of times', async () => {
    const { person, id, page, secret } = await open();
    const bySecret = await anonymous.post(`${page}/pay?secret=${secret}`);
    const byBuyer = await actAtSandbox(person, id, 'pay');
    expect([bySecret.status, bySecret.body, byBuyer.body]).toEqual([200, { status: 'paid' }, { status: 'paid' }]);
    expect(await balanceOf(person)).toBe(500);
  });

  it('reports a paid checkout as paid, whatever follows', async () => {
    const { person, id, page, secret } = await open();
    await actAtSandbox(person, id, 'pay');
    expect((await actAtSandbox(person, id, 'decline')).body).toEqual({ status: 'paid' });
    expect((await actAtSandbox(person, id, 'abandon')).body).toEqual({ status: 'paid' });
    expect((await anonymous.get(`${page}?secret=${secret}`)).text).not.toMatch(/<button[^>]*>Pay /);
    expect([await statusOf(id), await balanceOf(person)]).toEqual(['paid', 500]);
  });

  it('answers 404 without the secret and to other users', async () => {
    const { id, page } = await open();
    const other = await open();
    const attempts = [
      await anonymous.get(page),
      await anonymous.post(`${page}/pay`),
      await anonymous.post(`${page}/pay?secret=${other.secret}`),
      await actAtSandbox(other.person, id, 'pay'),
      await other.person.api.get(page),
      await other.person.api.get(page.replace(id, 'no-id')),
      await anonymous.post(`${page}/refund?secret=${other.secret}`),
    ];
    expect(attempts.map(({ status }) => status)).toEqual(Array(7).fill(404));
    const bodies = attempts.map(({ text }) => text.replace(/"requestId":"[^"]+"/, ''));
    expect(new Set(bodies).size).toBe(1);
    expect(await statusOf(id)).toBe('open');
  });

  it('rejects a form sent from another site', async () => {
    const { id, page, secret } = await open();
    const headers = { ...form, origin: 'https://elsewhere.example' };
    const answer = await anonymous.post(`${page}/pay`, { body: `secret=${secret}`, headers });
    expect([answer.status, await statusOf(id)]).toEqual([403, 'open']);
  });
});
