import type { Person } from '../auth/testing';
import { CreditCharges } from '../credits';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { startTestApp, type TestApp } from '../test-app';
import { openCheckout, signInAgain, subscribe } from './testing';
import { type EventFields, SandboxEvents } from './testing/sandbox-events';

const price = 199_900;

let test: TestApp;
let events: SandboxEvents;
beforeAll(async () => {
  test = await startTestApp({ DATABASE_POOL_SIZE: '8' });
  events = new SandboxEvents(test);
});
afterAll(() => test.close());

const refunded = (id: string, amount: number, fields?: EventFields) => events.refunded(id, amount, fields);

async function buy(): Promise<{ person: Person; id: string }> {
  const opened = await events.open();
  await events.deliver(events.captured(opened.id));
  return opened;
}

const act = ({ user: { tenantId } }: Person, reference: string) =>
  ({ tenantId, action: 'profile.edit', reference }) as const;
const charges = () => test.app.get(CreditCharges);
const inTenant = <T>({ user: { tenantId } }: Person, work: () => Promise<T>) =>
  test.app.get(UnitOfWork).run({ tenant: tenantId }, work);

/** Saves an edit's worth of credits. @returns the act, to undo it */
async function spend(person: Person): Promise<string> {
  const reference = crypto.randomUUID();
  await inTenant(person, () => charges().charge(act(person, reference)));
  return reference;
}

/** What the customer has. */
async function standing(person: Person) {
  const { body } = await person.api.get('/api/subscription');
  const { balance } = (await person.api.get<{ balance: number }>('/api/credits')).body;
  const { status, periodEnd, canEdit } = body;
  return { status, periodEnd, canEdit, balance };
}

const now = () => test.clock.now().toISOString();

describe('a refund of the whole payment', () => {
  it('ends the period at that instant and takes back what is unspent', async () => {
    const { person, id } = await buy();
    await spend(person);
    test.clock.advance(60);
    expect((await events.deliver(refunded(id, price))).status).toBe(204);
    expect(await standing(person)).toEqual({ status: 'expired', periodEnd: now(), canEdit: false, balance: 0 });
    await expect(spend(person)).rejects.toMatchObject({ code: 'subscription.required' });
    const books = await test.sql(
      `SELECT e.book, sum(e.amount)::int AS amount FROM credits.entries e WHERE tenant_id = $1 GROUP BY 1 ORDER BY 1`,
      [person.user.tenantId],
    );
    expect(books).toEqual([
      { book: 'issued', amount: -500 },
      { book: 'spent', amount: 5 },
      { book: 'taken_back', amount: 495 },
      { book: 'wallet', amount: 0 },
    ]);
  });

  it('takes back what an undo returns to its grant', async () => {
    const { person, id } = await buy();
    const spent = await spend(person);
    await events.deliver(refunded(id, price));
    const reversal = await inTenant(person, () => charges().reverse(act(person, spent)));
    expect(reversal).toMatchObject({ credits: 5, balanceAfter: 0 });
  });

  it('begins the time that was paid ahead, with its credits', async () => {
    const { person, id } = await buy();
    test.clock.advance(1);
    await subscribe(person, 'premium');
    test.clock.advance(600);
    await events.deliver(refunded(id, price));
    const { body } = await person.api.get('/api/subscription');
    expect(body).toMatchObject({ status: 'active', plan: 'premium', periodStart: now(), next: null });
    expect((await standing(person)).balance).toBe(1_000);
  });

  it('takes back the credits of a top-up and leaves the subscription', async () => {
    const { person } = await buy();
    const { body } = await openCheckout(person, { packs: 2 });
    await events.deliver(events.captured(body.checkoutId, { amount: 100_000 }));
    expect((await standing(person)).balance).toBe(700);
    await events.deliver(refunded(body.checkoutId, 100_000));
    expect(await standing(person)).toMatchObject({ status: 'active', canEdit: true, balance: 500 });
  });
});

describe('a refund of a part', () => {
  it('takes back the same part of the credits, once, and leaves the period', async () => {
    const { person, id } = await buy();
    const { periodEnd } = await standing(person);
    const refund = refunded(id, 66_633);
    for (const event of [refund, refund, { ...refund, id: 'another event of the same' }]) {
      expect((await events.deliver(event)).status).toBe(204);
    }
    expect(await standing(person)).toEqual({ status: 'active', periodEnd, canEdit: true, balance: 500 - 166 });
  });

  it('takes back only what a later refund adds', async () => {
    const { person, id } = await buy();
    for (const part of ['one', 'another']) {
      await events.deliver(refunded(id, price / 4, { id: `${part} of ${id}`, refundId: `${part} of ${id}` }));
    }
    expect(await standing(person)).toMatchObject({ status: 'active', balance: 250 });
  });

  it('takes no more than what is unspent', async () => {
    const { person, id } = await buy();
    await spend(person);
    await spend(person);
    await events.deliver(refunded(id, price - 400));
    expect(await standing(person)).toMatchObject({ status: 'active', canEdit: true, balance: 0 });
  });
});

describe('facts of one payment', () => {
  it('end alike in every order of capture and refunds, with duplicates', async () => {
    const half = (id: string) => refunded(id, price / 2);
    const rest = (id: string) => refunded(id, price / 2, { id: `rest ${id}`, refundId: `rest ${id}` });
    const captured = (id: string) => events.captured(id);
    const orders = [
      [captured, half, rest],
      [captured, rest, half],
      [half, captured, rest],
      [rest, captured, half],
      [half, rest, captured],
      [rest, half, captured],
    ];
    for (const order of orders) {
      const { person, id } = await events.open();
      for (const event of [...order, ...order]) expect((await events.deliver(event(id))).status).toBe(204);
      expect(await standing(person)).toMatchObject({ canEdit: false, balance: 0 });
    }
  });

  it('lets a customer whose payment was given back buy again', async () => {
    const { person, id } = await buy();
    await events.deliver(refunded(id, price));
    test.clock.advance(86_400);
    const later = await signInAgain(test, person);
    await subscribe(later);
    expect(await standing(later)).toMatchObject({ status: 'active', canEdit: true, balance: 500 });
  });
});

describe('a refund of money that bought nothing', () => {
  it.each([
    ['after', false],
    ['before', true],
  ])('closes the unmatched payment when it is reported %s it', async (_, isFirst) => {
    const { person, id } = await buy();
    const second = events.captured(id, { id: `second ${id}`, paymentId: `second of ${id}` });
    const refund = refunded(id, price, { paymentId: `second of ${id}` });
    for (const event of isFirst ? [refund, second] : [second, refund]) await events.deliver(event);
    const [money] = await test.sql('SELECT state FROM billing.unmatched_payments WHERE order_id = $1', [id]);
    expect(money).toEqual({ state: 'refunded' });
    expect(await standing(person)).toMatchObject({ status: 'active', balance: 500 });
  });

  it('leaves unmatched money open until all of it was given back', async () => {
    const { id } = await buy();
    const paymentId = `second of ${id}`;
    await events.deliver(events.captured(id, { id: `second ${id}`, paymentId }));
    const stateAfter = async (part: string, amount: number) => {
      await events.deliver(refunded(id, amount, { id: `${part} of ${id}`, refundId: `${part} of ${id}`, paymentId }));
      const [money] = await test.sql('SELECT state FROM billing.unmatched_payments WHERE order_id = $1', [id]);
      return money;
    };
    expect(await stateAfter('most', price - 1)).toEqual({ state: 'open' });
    expect(await stateAfter('rest', 1)).toEqual({ state: 'refunded' });
  });
});

it('keeps refunds and what they take back unchangeable, and each once', async () => {
  const { person, id } = await buy();
  await events.deliver(refunded(id, price));
  for (const table of ['billing.refunds', 'credits.take_backs']) {
    await expect(
      test.sql(`UPDATE ${table} SET amount = 1 WHERE tenant_id = $1`, [person.user.tenantId]),
    ).rejects.toThrow(/append-only/);
  }
  const again = `INSERT INTO credits.take_backs (tenant_id, reference, grant_id, amount, complete, at)
    SELECT tenant_id, reference, grant_id, amount, complete, at FROM credits.take_backs WHERE tenant_id = $1`;
  await expect(test.sql(again, [person.user.tenantId])).rejects.toThrow(/take_backs_pkey/);
});
