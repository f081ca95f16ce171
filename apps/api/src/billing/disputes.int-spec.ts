import { Logger } from '@nestjs/common';
import type { Person } from '../auth/testing';
import { Entitlements } from '../credits';
import { startTestApp, type TestApp } from '../test-app';
import type { Subscription } from './dto/billing.dto';
import { openCheckout, signInAgain } from './testing';
import { type EventFields, SandboxEvents } from './testing/sandbox-events';

const day = 86_400;

let test: TestApp;
let events: SandboxEvents;
let alarm: jest.SpyInstance;
beforeAll(async () => {
  test = await startTestApp();
  events = new SandboxEvents(test);
});
beforeEach(() => {
  alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
});
afterEach(() => alarm.mockRestore());
afterAll(() => test.close());

function step(checkoutId: string, name: 'opened' | 'won' | 'lost'): EventFields {
  const id = `${name} of ${checkoutId}`;
  return events.captured(checkoutId, { id, kind: `dispute.${name}`, disputeId: `dispute of ${checkoutId}` });
}

async function buy(): Promise<{ person: Person; id: string }> {
  const opened = await events.open();
  await events.deliver(events.captured(opened.id));
  return opened;
}

const subscriptionOf = async ({ api }: Person) => (await api.get<Subscription>('/api/subscription')).body;
const mayEdit = ({ user: { tenantId } }: Person) => test.app.get(Entitlements).require(tenantId);
const act = ({ api }: Person, id: string, name: string) =>
  api.post<{ status: string }>(`/api/billing/sandbox/checkouts/${id}/${name}`);

/** Moves the clock and signs the person in again, whose session has expired since. */
function later(person: Person, days: number): Promise<Person> {
  test.clock.advance(days * day);
  return signInAgain(test, person);
}

describe('a disputed payment', () => {
  it('suspends the entitlement at once and calls a person once', async () => {
    const { person, id } = await buy();
    for (let delivery = 0; delivery < 3; delivery += 1) await events.deliver(step(id, 'opened'));
    expect(await subscriptionOf(person)).toMatchObject({
      status: 'active',
      canEdit: false,
      suspendedSince: test.clock.now().toISOString(),
      features: [],
    });
    await expect(mayEdit(person)).rejects.toMatchObject({ code: 'subscription.required' });
    expect((await openCheckout(person, { packs: 1 })).status).toBe(402);
    expect(alarm.mock.calls.map(([facts]) => (facts as { alarm: string }).alarm)).toEqual(['billing.dispute']);
  });

  it('adds the suspended days at the end, with their credits, when the dispute is won', async () => {
    const { person, id } = await buy();
    const before = await subscriptionOf(person);
    await events.deliver(step(id, 'opened'));
    const back = await later(person, 4);
    await events.deliver(step(id, 'won'));
    const after = await subscriptionOf(back);
    expect(Date.parse(String(after.periodEnd)) - Date.parse(String(before.periodEnd))).toBe(4 * day * 1000);
    expect(after).toMatchObject({ canEdit: true, suspendedSince: null });
    await expect(mayEdit(back)).resolves.toBeDefined();
    const { body } = await back.api.get<{ expiring: { amount: number; expiresAt: string }[] }>('/api/credits');
    const expiresAt = new Date(Date.parse(String(after.periodEnd)) + 3 * day * 1000).toISOString();
    expect(body.expiring).toEqual([{ amount: 500, expiresAt }]);
  });

  it('keeps the credits of a payment whose dispute is won after its period', async () => {
    const { person, id } = await buy();
    await events.deliver(step(id, 'opened'));
    const back = await later(person, 60);
    expect((await subscriptionOf(back)).canEdit).toBe(false);
    await events.deliver(step(id, 'won'));
    expect(await subscriptionOf(back)).toMatchObject({ canEdit: true, daysLeft: 30 });
    expect((await back.api.get('/api/credits')).body['balance']).toBe(500);
  });

  it('ends the period and takes back its credits when the dispute is lost', async () => {
    const { person, id } = await buy();
    await events.deliver(step(id, 'opened'));
    const back = await later(person, 4);
    for (let delivery = 0; delivery < 2; delivery += 1) await events.deliver(step(id, 'lost'));
    expect(await subscriptionOf(back)).toMatchObject({ status: 'expired', canEdit: false });
    expect((await back.api.get('/api/credits')).body['balance']).toBe(0);
    const kinds = await test.sql<{ kind: string }>(
      'SELECT kind FROM billing.invoices WHERE tenant_id = $1 ORDER BY 1',
      [person.user.tenantId],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['credit_note', 'invoice']);
  });

  it('takes back the credits of a top-up when its dispute is lost', async () => {
    const { person } = await buy();
    const { checkoutId } = (await openCheckout(person, { packs: 1 })).body;
    await act(person, checkoutId, 'pay');
    expect((await act(person, checkoutId, 'dispute')).body).toEqual({ status: 'paid' });
    expect((await subscriptionOf(person)).canEdit).toBe(true);
    await act(person, checkoutId, 'lose');
    expect((await person.api.get('/api/credits')).body['balance']).toBe(500);
  });
});

describe('the sandbox', () => {
  it('disputes a paid checkout only, and lets one side win', async () => {
    const { person, id } = await events.open();
    for (const name of ['dispute', 'win', 'lose']) expect((await act(person, id, name)).status).toBe(404);
    await act(person, id, 'pay');
    expect((await person.api.get(`/api/billing/sandbox/checkouts/${id}`)).text).toContain('Dispute the payment');
    await act(person, id, 'dispute');
    expect((await subscriptionOf(person)).canEdit).toBe(false);
    test.clock.advance(60);
    await act(person, id, 'win');
    expect((await subscriptionOf(person)).canEdit).toBe(true);
  });
});
