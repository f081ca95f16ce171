import { registerPerson } from '../../auth/testing';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { startTestApp, type TestApp } from '../../test-app';
import { SandboxEvents } from '../testing/sandbox-events';
import { actAtSandbox, openCheckout } from '../testing';
import { IssueInvoice } from './use-cases/issue-invoice';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const issue = () => test.app.get(JobHandlers).work('billing.issue-missing-invoices', {});

/** As a database is that recorded its payments before there were invoices. */
async function forgetInvoices(): Promise<void> {
  for (const table of ['billing.invoices', 'billing.invoice_series']) {
    await test.sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await test.sql(`DELETE FROM ${table}`);
    await test.sql(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  }
}

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
  await forgetInvoices();
  test.clock.advance(86_400);
  await issue();
  await issue();
  const now = test.clock.now();
  expect(await documents()).toEqual(before.map((document) => ({ ...document, issued_at: now })));
});

it('issues the other missing invoices when one payment fails, and reports it', async () => {
  const person = await registerPerson(test.app);
  const { checkoutId } = (await openCheckout(person, { plan: 'basic' })).body;
  await actAtSandbox(person, checkoutId, 'pay');
  await forgetInvoices();
  const issueInvoice = jest.spyOn(test.app.get(IssueInvoice), 'execute').mockRejectedValueOnce(new Error('broken'));
  await expect(issue()).rejects.toThrow('Payments that still have no invoice: 1');
  const issued = () => test.sql("SELECT payment_id FROM billing.invoices WHERE kind = 'invoice'");
  expect(await issued()).toHaveLength(1);
  issueInvoice.mockRestore();
  await issue();
  expect(await issued()).toHaveLength(2);
});
