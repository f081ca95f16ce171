import { Client } from 'pg';
import { registerPerson } from '../../auth/testing';
import { startTestApp, type TestApp } from '../../test-app';
import { subscribe } from '../testing';

let test: TestApp;
let tenantId: string;
let application: Client;
let owner: Client;
beforeAll(async () => {
  test = await startTestApp();
  const person = await registerPerson(test.app);
  tenantId = person.user.tenantId;
  await subscribe(person);
  application = new Client({ connectionString: test.database.appUrl });
  owner = new Client({ connectionString: test.database.ownerUrl });
  await Promise.all([application.connect(), owner.connect()]);
});
afterAll(async () => {
  await Promise.all([application.end(), owner.end()]);
  await test.close();
});

/** Runs statements in one transaction of the application's role, with the tenant set. */
async function asApplication(...statements: string[]): Promise<void> {
  await application.query('BEGIN');
  try {
    await application.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId]);
    for (const sql of statements) await application.query(sql);
    await application.query('COMMIT');
  } catch (error) {
    await application.query('ROLLBACK');
    throw error;
  }
}

/** A copy of the invoice with some columns changed. */
function copy(changes: Record<string, string>): string {
  const columns = `tenant_id, id, kind, payment_id, refund_id, seller, prefix, financial_year, position, number, issued_at,
    occurred_at, amount, taxable, cgst, sgst, igst, content`;
  const values = columns.split(',').map((name) => changes[name.trim()] ?? name);
  return `INSERT INTO billing.invoices (${columns}) SELECT ${values.join()} FROM billing.invoices`;
}

const fresh = { id: 'gen_random_uuid()', position: '2', number: `'DI/25-26/000002'` };
const note = { ...fresh, kind: `'credit_note'`, refund_id: '(SELECT id FROM billing.refunds)' };
const refund = `
  INSERT INTO billing.refunds (tenant_id, id, order_id, provider, provider_refund_id, provider_payment_id, amount, currency,
    refunded_at, reported_at)
  SELECT tenant_id, gen_random_uuid(), order_id, provider, 'refund', provider_payment_id, amount, currency, paid_at, paid_at
  FROM billing.payments`;
const next = 'UPDATE billing.invoice_series SET last = last + 1';

describe('the tables of invoices hold against hand-written SQL', () => {
  it('refuse every change of a document, for the application and its owner', async () => {
    for (const sql of [
      'UPDATE billing.invoices SET amount = amount',
      'DELETE FROM billing.invoices',
      'TRUNCATE billing.invoices CASCADE',
      'DELETE FROM billing.invoice_series',
    ]) {
      await expect(asApplication(sql)).rejects.toThrow(/permission denied/);
      await expect(owner.query(sql)).rejects.toThrow(/append-only/);
    }
  });

  it.each([
    ['a number without its document', [next]],
    ['two numbers at once', ['UPDATE billing.invoice_series SET last = last + 2']],
    ['a number that goes back', ['UPDATE billing.invoice_series SET last = last + 0']],
    [
      'a series that begins in the middle',
      [`INSERT INTO billing.invoice_series SELECT seller, 'ZZ', 2025, 7, now() FROM billing.invoice_series`],
    ],
  ])('refuse %s at COMMIT', async (_, statements) => {
    await expect(asApplication(...statements)).rejects.toThrow(/has no gap/);
  });

  it.each([
    ['a document ahead of its series', [refund, copy(note)], /ahead of its series/],
    ['a credit note of nothing', [next, copy({ ...fresh, kind: `'credit_note'` })], /invoices_credit_a_refund/],
    [
      'a second credit note of one refund',
      [refund, copy(note), copy({ ...note, position: '3', number: `'DI/25-26/000003'` })],
      /one_credit_note_of_one_refund/,
    ],
    ['a second invoice of one payment', [next, copy(fresh)], /one_invoice_of_one_payment/],
    ['a number that is taken', [copy({ id: 'gen_random_uuid()' })], /invoices_seller|one_invoice_of_one_payment/],
    ['amounts that do not add up', [next, copy({ ...fresh, taxable: 'taxable - 1' })], /invoices_add_up/],
    [
      'both taxes at once',
      [copy({ ...fresh, cgst: '1', sgst: '1', igst: '1', taxable: 'taxable - 3' })],
      /have_one_tax/,
    ],
    ['a number of another form', [copy({ ...fresh, number: `'DI 25 000002'` })], /number_check/],
  ])('refuse %s', async (_, statements, reason) => {
    await expect(asApplication(...statements)).rejects.toThrow(reason);
  });

  it('date no document of a series before the one before it', async () => {
    const [last] = await test.sql('SELECT last_issued_at AS at FROM billing.invoice_series');
    test.clock.advance(-3_600); // the clock of another machine
    await subscribe(await registerPerson(test.app));
    const issued = await test.sql('SELECT issued_at AS at FROM billing.invoices ORDER BY position');
    expect(issued).toEqual([last, last]);
  });
});
