import { Logger } from '@nestjs/common';
import { type Person, registerPerson } from '../../auth/testing';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { startTestApp, type TestApp } from '../../test-app';
import { signInAgain, subscribe, subscribeForGood } from '../testing';
import { day, hour, Renewing } from '../testing/renewing';

let test: TestApp;
let renewing: Renewing;
beforeAll(async () => {
  test = await startTestApp();
  renewing = new Renewing(test);
});
afterAll(() => test.close());
beforeEach(() => {
  jest.spyOn(Logger.prototype, 'error').mockImplementation();
});
afterEach(() => jest.restoreAllMocks());

describe('a renewal that its customer does not want any more', () => {
  it.each([
    ['cancelled', (person: Person) => person.api.post('/api/subscription/cancel')],
    ['switched off', (person: Person) => person.api.send('DELETE', '/api/subscription/auto-renew')],
    ['changed', (person: Person) => renewing.change(person, 'basic')],
    ['paid by hand', (person: Person) => subscribe(person, 'premium')],
    [
      'blocked',
      ({ user: { id } }: Person) =>
        test.sql('UPDATE auth.users SET blocked_at = $2 WHERE id = $1', [id, test.clock.now()]),
    ],
  ])('calls the debit back between notice and debit when %s', async (_how, act) => {
    const start = await registerPerson(test.app);
    const mandate = await subscribeForGood(start, 'premium');
    await renewing.later(27 * day);
    const person = await signInAgain(test, start);
    await act(person);
    await renewing.later(25 * hour);
    expect(await renewing.counted(person)).toMatchObject({ calledBack: 1, unmatched: 0 });
    const debited = await test.sql(
      'SELECT 1 FROM billing.sandbox_debits WHERE mandate_id = $1 AND outcome IS NOT NULL',
      [mandate],
    );
    expect(debited).toEqual([]);
  });

  it('gives the money back in full when it was captured all the same, and no period', async () => {
    const { person } = await renewing.announced();
    renewing.answerLate();
    await renewing.renew();
    await person.api.post('/api/subscription/cancel');
    test.clock.advance(hour);
    await test.app.get(JobHandlers).work('billing.reconcile-payments', {});
    expect(await renewing.counted(person)).toMatchObject({ payments: 1, periods: 1, unmatched: 1 });
    for (let run = 0; run < 2; run += 1) await renewing.renew();
    const unmatched = await renewing.rowsOf(person, 'reason, state', 'unmatched_payments');
    expect(unmatched).toEqual([{ reason: 'called_back', state: 'refunded' }]);
    expect(await renewing.rowsOf(person, 'amount', 'refunds')).toEqual([{ amount: '199900' }]);
    expect(await renewing.subscriptionOf(await signInAgain(test, person))).toMatchObject({
      status: 'cancelling',
      next: null,
    });
  });

  it('stays when it was captured before the cancel, which ends the renewed period', async () => {
    const { person } = await renewing.announced();
    await renewing.renew();
    await person.api.post('/api/subscription/cancel');
    await renewing.later(30 * day);
    expect(await renewing.counted(person)).toMatchObject({ payments: 2, tries: 1, unmatched: 0 });
    expect(await renewing.subscriptionOf(await signInAgain(test, person))).toMatchObject({ status: 'cancelling' });
  });

  it('begins again with a notice after a cancel was taken back', async () => {
    const { person } = await renewing.announced();
    await person.api.post('/api/subscription/cancel');
    await renewing.renew();
    await person.api.post('/api/subscription/resume');
    for (const seconds of [0, 25 * hour]) await renewing.later(seconds);
    expect(await renewing.counted(person)).toMatchObject({ payments: 2, tries: 2, calledBack: 1 });
  });
});
