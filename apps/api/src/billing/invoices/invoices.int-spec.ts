import { type Person, registerPerson } from '../../auth/testing';
import { startTestApp, type TestApp } from '../../test-app';
import { actAtSandbox, openCheckout, signInAgain, subscribe, topUp } from '../testing';
import { SandboxEvents } from '../testing/sandbox-events';
import { financialYearOf } from './domain/financial-year';
import type { BillingDetails, Invoice, InvoicePage } from './dto/invoices.dto';

const day = 86_400;
const gstin = '33AAAAA0000A1Z5';

let test: TestApp;
let events: SandboxEvents;
beforeEach(async () => {
  test = await startTestApp({
    DATABASE_POOL_SIZE: '8',
    SELLER_NAME: 'Canar Private Limited',
    SELLER_ADDRESS: '1 Example Street\\n600004 Chennai',
    SELLER_STATE: 'Tamil Nadu',
    SELLER_GSTIN: gstin,
  });
  events = new SandboxEvents(test);
});
afterEach(() => test.close());

const invoicesOf = async ({ api }: Person, query = '') =>
  (await api.get<InvoicePage>(`/api/billing/invoices${query}`)).body.invoices;
const pageOf = async ({ api }: Person, { id }: Invoice) => (await api.get(`/api/billing/invoices/${id}`)).text;
const sayWho = ({ api }: Person, body: object) => api.put<BillingDetails>('/api/billing/details', { body });
const mumbai = { name: 'Rao & Daughters', address: ['4 Hill Road', '400050 Mumbai'], state: '27', gstin: null };

interface Row {
  number: string;
  position: number;
  financial_year: number;
  taxable: string;
  cgst: string;
  sgst: string;
  igst: string;
}
const rows = () => test.sql<Row>('SELECT * FROM billing.invoices ORDER BY financial_year, prefix, position');

/** The positions of each series, and how far it has come. */
async function expectNoGap(): Promise<void> {
  const gaps = await test.sql(
    `SELECT s.prefix, s.financial_year FROM billing.invoice_series s
     LEFT JOIN billing.invoices i USING (seller, prefix, financial_year)
     GROUP BY 1, 2, s.last HAVING array_agg(i.position ORDER BY i.position) <> ARRAY(SELECT generate_series(1, s.last))`,
  );
  expect(gaps).toEqual([]);
}

describe('the invoice of a payment', () => {
  it('issues an invoice with the payment that says what the law asks for', async () => {
    const person = await registerPerson(test.app);
    await sayWho(person, mumbai);
    await subscribe(person);
    const [invoice] = await invoicesOf(person);
    expect(invoice).toMatchObject({
      kind: 'invoice',
      number: 'DI/25-26/000001',
      amount: { amount: 199_900, currency: 'INR' },
      tax: { amount: 30_493, currency: 'INR' },
      issuedAt: test.clock.now().toISOString(),
    });
    const text = (await pageOf(person, invoice as Invoice)).replaceAll('&amp;', '&');
    for (const part of [
      'Tax invoice',
      'DI/25-26/000001',
      '2025-26',
      '15 January 2026',
      'Canar Private Limited',
      '600004 Chennai',
      `GSTIN ${gstin}`,
      'Rao & Daughters',
      '400050 Mumbai',
      'Maharashtra (27)',
      'Basic, 30 days, 500 credits',
      '998315',
      '₹1,694.07',
      'IGST 18%',
      '₹304.93',
      '₹1,999.00',
      'no money was paid',
    ])
      expect(text).toContain(part);
  });

  it('splits the tax for a buyer of the seller’s state or of none', async () => {
    const person = await registerPerson(test.app);
    await subscribe(person);
    expect(await rows()).toMatchObject([{ taxable: '169406', cgst: '15247', sgst: '15247', igst: '0' }]);
    const text = await pageOf(person, (await invoicesOf(person))[0] as Invoice);
    for (const part of ['Asha Rao', 'Tamil Nadu (33)', 'CGST 9%', 'SGST 9%', '₹152.47']) expect(text).toContain(part);
  });

  it('names the buyer as they were at the issue of the invoice', async () => {
    const person = await registerPerson(test.app);
    await sayWho(person, mumbai);
    await subscribe(person);
    const registered = { ...mumbai, name: 'Rao Limited', gstin: '27AAPFU0939F1ZV' };
    await sayWho(person, registered);
    await topUp(person, 1);
    const [second, first] = await invoicesOf(person);
    expect(await pageOf(person, first as Invoice)).toContain('Rao &amp; Daughters');
    const text = await pageOf(person, second as Invoice);
    for (const part of ['Rao Limited', 'GSTIN 27AAPFU0939F1ZV', 'Top-up, 100 credits']) expect(text).toContain(part);
  });

  it('downloads an invoice as PDF under its number', async () => {
    const person = await registerPerson(test.app);
    await subscribe(person);
    const [{ id = '' } = {}] = await invoicesOf(person);
    const { status, headers, bytes } = await person.api.get(`/api/billing/invoices/${id}.pdf`);
    expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(headers['content-disposition']).toContain('filename="DI-25-26-000001.pdf"');
  });
});

describe('the series of invoices', () => {
  it('numbers 36 months of invoices without a gap, each financial year from one', async () => {
    let person = await registerPerson(test.app);
    for (let month = 0; month < 36; month += 1) {
      await subscribe(person);
      test.clock.advance(30 * day);
      person = await signInAgain(test, person);
    }
    const issued = await rows();
    expect(issued).toHaveLength(36);
    expect(new Set(issued.map((row) => row.financial_year))).toEqual(new Set([2025, 2026, 2027, 2028]));
    await expectNoGap();
  });

  it.each([
    ['2027-03-31T18:29:59.999Z', 'DI/26-27/000001', '31 March 2027'],
    ['2027-03-31T18:30:00.000Z', 'DI/27-28/000001', '1 April 2027'],
    ['2028-02-29T12:00:00.000Z', 'DI/27-28/000001', '29 February 2028'],
  ])('dates an invoice by the day in India of its issue: %s', async (instant, number, date) => {
    const { person, id } = await events.open();
    const paid = events.captured(id);
    test.clock.set(instant);
    expect((await events.deliver(paid)).status).toBe(204);
    const back = await signInAgain(test, person);
    const [invoice] = await invoicesOf(back);
    expect(invoice?.number).toBe(number);
    const text = await pageOf(back, invoice as Invoice);
    expect([text.includes(date), text.includes('15 January 2026')]).toEqual([true, true]);
    expect(financialYearOf(new Date(instant))).toBe(2000 + Number(number.slice(3, 5)));
  });

  it('numbers 100 payments at once without a gap or a double', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => registerPerson(test.app)));
    for (const person of people) await subscribe(person);
    const orders: string[] = [];
    for (const person of people)
      for (let order = 0; order < 10; order += 1)
        orders.push((await openCheckout(person, { packs: 1 })).body.checkoutId);
    let refused = orders;
    while (refused.length > 0) {
      const answers = await Promise.all(
        refused.map(async (id) => ({ id, ...(await events.deliver(events.captured(id, { amount: 50_000 }))) })),
      );
      refused = answers.filter(({ status }) => status !== 204).map(({ id }) => id);
    }
    expect(await rows()).toHaveLength(110);
    expect(new Set((await rows()).map(({ number }) => number)).size).toBe(110);
    await expectNoGap();
  });

  it('leaves no gap in the numbers when a payment rolls back', async () => {
    const [one, other] = [await events.open(), await events.open()];
    await test.sql(`CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'broken on purpose'; END $$`);
    await test.sql(
      'CREATE CONSTRAINT TRIGGER broken AFTER INSERT ON billing.invoices DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.fail()',
    );
    expect((await events.deliver(events.captured(one.id))).status).toBe(500);
    await test.sql('DROP TRIGGER broken ON billing.invoices');
    expect((await events.deliver(events.captured(other.id))).status).toBe(204);
    expect((await events.deliver(events.captured(one.id))).status).toBe(204);
    expect((await rows()).map(({ position }) => position)).toEqual([1, 2]);
    await expectNoGap();
  });
});

describe('credit notes', () => {
  const taxes = ({ taxable, cgst, sgst, igst }: Row) => [taxable, cgst, sgst, igst].map(Number);

  it('credits each refund in its own series, and together the whole invoice', async () => {
    const { person, id } = await events.open();
    await events.deliver(events.captured(id));
    for (const amount of [70_001, 129_899])
      for (let delivery = 0; delivery < 2; delivery += 1)
        expect((await events.deliver(events.refunded(id, amount))).status).toBe(204);
    const [invoice, first, second] = (await rows()).toSorted((a, b) => (a.number > b.number ? 1 : -1));
    expect([invoice?.number, first?.number, second?.number]).toEqual([
      'DI/25-26/000001',
      'DN/25-26/000001',
      'DN/25-26/000002',
    ]);
    const credited = taxes(first as Row).map((part, index) => part + (taxes(second as Row)[index] ?? 0));
    expect(credited).toEqual(taxes(invoice as Row));
    const note = (await invoicesOf(person)).find(({ number }) => number === 'DN/25-26/000002');
    const text = await pageOf(person, note as Invoice);
    for (const part of ['Credit note', 'Corrects', 'DI/25-26/000001 of 15 January 2026', 'Refund: Basic'])
      expect(text).toContain(part);
    await expectNoGap();
  });

  it('credits a refund with the invoice when it is reported before its capture', async () => {
    const { person, id } = await events.open();
    await events.deliver(events.refunded(id, 199_900));
    expect(await invoicesOf(person)).toEqual([]);
    await events.deliver(events.captured(id));
    expect((await invoicesOf(person)).map(({ kind }) => kind).toSorted()).toEqual(['credit_note', 'invoice']);
  });
});

describe('a seller without a GSTIN', () => {
  it('issues receipts without tax for a seller without a GSTIN', async () => {
    const plain = await startTestApp({ SELLER_NAME: 'Asha Rao', SELLER_STATE: 'Kerala' });
    const person = await registerPerson(plain.app);
    await subscribe(person);
    const [invoice] = await invoicesOf(person);
    expect(invoice?.tax.amount).toBe(0);
    const text = await pageOf(person, invoice as Invoice);
    expect(text).toContain('Receipt');
    expect(text).toContain('not registered for GST');
    expect(text).not.toMatch(/Tax invoice|CGST|IGST|Place of supply/);
    await plain.close();
  });
});

it('lists documents page by page, newest first', async () => {
  const person = await registerPerson(test.app);
  await subscribe(person);
  for (let pack = 0; pack < 2; pack += 1) {
    test.clock.advance(60);
    await actAtSandbox(person, (await openCheckout(person, { packs: 1 })).body.checkoutId, 'pay');
  }
  const { body } = await person.api.get<InvoicePage>('/api/billing/invoices?limit=2');
  const rest = await invoicesOf(person, `?cursor=${body.nextCursor}`);
  expect([...body.invoices, ...rest].map(({ number }) => number)).toEqual(
    ['3', '2', '1'].map((position) => `DI/25-26/00000${position}`),
  );
});
