import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { ApiCaller } from '../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../test-app';
import { openAtProvider, type OpenAtProvider } from './testing/open-at-provider';
import { razorpayDouble } from './testing/razorpay-double';
import { stripeDouble } from './testing/stripe-double';
import type { ProviderReport, TestedProvider } from './testing/tested-provider';

const doubles = [razorpayDouble(), stripeDouble()];
let test: TestApp;
beforeAll(async () => {
  const variables: Record<string, string> = {};
  for (const provider of doubles) Object.assign(variables, provider.variables(await provider.double.start()));
  test = await startTestApp({ ...variables, PAYMENT_PROVIDERS: 'razorpay,stripe' });
});
afterAll(async () => {
  await test.close();
  await Promise.all(doubles.map(({ double }) => double.stop()));
});

describe.each(doubles)('disputes at $name', (provider: TestedProvider) => {
  const open = () => openAtProvider(test, provider);

  function deliver(reported: ProviderReport) {
    const body = provider.event(reported);
    const headers = provider.sign(body, test.clock.now());
    return new ApiCaller(test.app).post(`/api/billing/webhooks/${provider.name}`, { body, headers });
  }

  it('suspends a disputed payment until it is won, and refunds it when it is lost', async () => {
    const alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const [one, other] = [await open(), await open()];
    const step = (
      { reported }: OpenAtProvider,
      outcome: ProviderReport['outcome'],
      at = reported.at,
    ): ProviderReport => ({
      ...reported,
      id: `${reported.id} ${outcome}`,
      outcome,
      disputeId: `disp_${reported.paymentId}`,
      at,
    });
    const canEdit = async ({ person }: OpenAtProvider) => (await person.api.get('/api/subscription')).body['canEdit'];
    for (const each of [one, other]) await deliver(each.reported);
    await deliver(step(one, 'questioned'));
    expect(await canEdit(one)).toBe(true);
    for (const each of [one, one, other])
      expect((await deliver({ ...step(each, 'disputed'), id: randomUUID() })).status).toBe(204);
    expect([await canEdit(one), await canEdit(other)]).toEqual([false, false]);
    await deliver(step(one, 'won', new Date(Number(one.reported.at) + 1000)));
    await deliver(step(other, 'lost', new Date(Number(one.reported.at) + 1000)));
    test.clock.advance(2);
    expect([await canEdit(one), await canEdit(other)]).toEqual([true, false]);
    expect((await other.person.api.get('/api/credits')).body['balance']).toBe(0);
    expect(alarm).toHaveBeenCalledTimes(2);
    alarm.mockRestore();
    expect(provider.double.faults).toEqual([]);
  });
});
