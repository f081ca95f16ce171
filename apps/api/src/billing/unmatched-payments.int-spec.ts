import { Logger } from '@nestjs/common';
import type { Person } from '../auth/testing';
import { startTestApp, type TestApp } from '../test-app';
import { bought, type EventFields, SandboxEvents, untouched } from './testing/sandbox-events';

let test: TestApp;
let events: SandboxEvents;
beforeAll(async () => {
  test = await startTestApp();
  events = new SandboxEvents(test);
});
afterAll(() => test.close());

const open = () => events.open();
const captured = (id: string, fields?: EventFields) => events.captured(id, fields);
const deliver = (event: EventFields, sign?: (body: string) => string | undefined) => events.deliver(event, sign);
const traces = (person: Person, id: string) => events.traces(person, id);

describe('a captured payment that is late or not the first', () => {
  it.each([
    ['hours', 0.5, 0],
    ['forty days', 40, 1],
  ])('begins the period of a payment reported %s late when it is reported', async (_, days, alarms) => {
    const { person, id } = await open();
    const event = captured(id);
    test.clock.advance(days * 86_400);
    const alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    expect((await deliver(event)).status).toBe(204);
    const late = alarm.mock.calls.filter(([facts]) => (facts as { alarm?: string }).alarm === 'billing.late');
    alarm.mockRestore();
    expect(late).toHaveLength(alarms);
    const [period] = await test.sql('SELECT starts_at FROM billing.periods WHERE tenant_id = $1', [
      person.user.tenantId,
    ]);
    expect(period).toEqual({ starts_at: test.clock.now() });
    expect(await traces(person, id)).toEqual({ ...bought, events: 1 });
  });

  it('sets a second capture of one order aside and raises one alarm', async () => {
    const { person, id } = await open();
    await deliver(captured(id));
    const alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const second = captured(id, { id: `second ${id}`, paymentId: `second of ${id}` });
    expect((await deliver(second)).status).toBe(204);
    expect((await deliver({ ...second, id: `again ${id}` })).status).toBe(204);
    expect(alarm.mock.calls.map(([facts]) => facts)).toEqual([
      expect.objectContaining({ alarm: 'billing.mismatch', reason: 'second', paymentId: `second of ${id}` }),
    ]);
    alarm.mockRestore();
    expect(await traces(person, id)).toEqual({ ...bought, unmatched: 1, events: 3 });
    const [money] = await test.sql('SELECT reason, state, amount FROM billing.unmatched_payments WHERE order_id = $1', [
      id,
    ]);
    expect(money).toEqual({ reason: 'second', state: 'open', amount: '199900' });
  });
});

describe('a captured payment that does not fit', () => {
  it.each<[string, EventFields]>([
    ['a paisa too little', { amount: 199_899 }],
    ['a paisa too much', { amount: 199_901 }],
    ['nothing', { amount: 0 }],
    ['another currency', { currency: 'USD' }],
  ])('grants nothing for %s and raises an alarm; the right one is still accepted', async (_, fields) => {
    const { person, id } = await open();
    const alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    expect((await deliver(captured(id, fields))).status).toBe(204);
    expect(alarm).toHaveBeenCalledWith(
      expect.objectContaining({ alarm: 'billing.mismatch', checkoutId: id }),
      expect.stringContaining('nothing was granted'),
    );
    alarm.mockRestore();
    expect(await traces(person, id)).toEqual({ ...untouched, status: 'mismatched', unmatched: 1, events: 1 });
    await deliver(captured(id, { id: `right ${id}` }));
    expect(await traces(person, id)).toEqual({ ...bought, unmatched: 1, events: 2 });
  });

  it('grants nothing for a payment of another checkout or tenant', async () => {
    const [one, other] = [await open(), await open()];
    await deliver(captured(one.id));
    await deliver(captured(other.id, { paymentId: `payment of ${one.id}` }));
    expect(await traces(other.person, other.id)).toEqual({
      ...untouched,
      status: 'mismatched',
      unmatched: 1,
      events: 1,
    });
  });
});
