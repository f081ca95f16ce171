import { registerPerson } from '../../auth/testing';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { startTestApp, type TestApp } from '../../test-app';
import { SandboxEvents } from '../testing/sandbox-events';
import { actAtSandbox, openCheckout } from '../testing';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

it('issues what is missing of invoices and credit notes, each once', async () => {
  const events = new SandboxEvents(test);
  const person = await registerPerson(test.app);
  const { checkoutId } = (await openCheckout(person, { plan: 'basic' })).body;
  await actAtSandbox(person, checkoutId, 'pay');
  await events.deliver(events.refunded(checkoutId, 100_000, { paymentId: `payment:${checkoutId}` }));
  const documents = () =>
    test.sql<{ kind: string; amount: number }>(
      'SELECT kind, amount::int, occurred_at, issued_at FROM billing.invoices ORDER BY position, kind DESC',
    );
  const before = await documents();
  expect(before).toHaveLength(2);
  // As a database is that recorded the payment before there were invoices.
  for (const table of ['billing.invoices', 'billing.invoice_series']) {
    await test.sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await test.sql(`DELETE FROM ${table}`);
    await test.sql(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  }
  test.clock.advance(86_400);
  const issue = () => test.app.get(JobHandlers).work('billing.issue-missing-invoices', {});
  await issue();
  await issue();
  const now = test.clock.now();
  expect(await documents()).toEqual(before.map((document) => ({ ...document, issued_at: now })));
});
