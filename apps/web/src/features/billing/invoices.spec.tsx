import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi } from '@/testing/stub-api';
import { BillingDetails } from './billing-details';
import { Invoices } from './invoices';

const { billing: text, problems } = messagesOf('en');
const money = (amount: number) => ({ amount, currency: 'INR' });
const invoice = {
  id: '0198a000-0000-7000-8000-000000000001',
  kind: 'invoice',
  number: 'IN/26-27/000001',
  issuedAt: '2026-12-01T10:00:00Z',
  occurredAt: '2026-12-01T10:00:00Z',
  amount: money(199_900),
  tax: money(30_493),
};
const note = { ...invoice, id: '0198a000-0000-7000-8000-000000000002', kind: 'credit_note', number: 'CN/26-27/000001' };
const nobody = { name: 'Asha Rao', address: [], state: null, gstin: null };

describe('Invoices', () => {
  it('lists invoices and credit notes with their tax and a download of each', async () => {
    stubApi({ 'GET /billing/invoices': { body: { invoices: [note, invoice], nextCursor: null } } });
    renderPage(<Invoices />);
    expect(await screen.findByText('IN/26-27/000001')).toBeTruthy();
    expect(screen.getByText(text.invoices.credit_note)).toBeTruthy();
    expect(screen.getAllByText('₹304.93')).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'Download CN/26-27/000001 as PDF' })).toBeTruthy();
  });

  it('says why a document cannot be downloaded', async () => {
    stubApi({
      'GET /billing/invoices': { body: { invoices: [invoice], nextCursor: null } },
      [`GET /billing/invoices/${invoice.id}.pdf`]: problem(503, 'work.busy'),
    });
    renderPage(<Invoices />);
    fireEvent.click(await screen.findByRole('button', { name: 'Download IN/26-27/000001 as PDF' }));
    expect(await screen.findByText(problems.work_busy)).toBeTruthy();
  });

  it('says that there are none yet', async () => {
    stubApi({ 'GET /billing/invoices': { body: { invoices: [], nextCursor: null } } });
    renderPage(<Invoices />);
    expect(await screen.findByText(text.invoices.empty)).toBeTruthy();
  });
});

describe('BillingDetails', () => {
  const type = async (label: string, value: string) =>
    fireEvent.change(await screen.findByLabelText(label), { target: { value } });
  const press = (name: string) => act(async () => void fireEvent.click(await screen.findByRole('button', { name })));

  it('sends the details as the API takes them, and shows them afterwards', async () => {
    const saved = { name: 'Rao Limited', address: ['4 Hill Road', 'Mumbai'], state: '27', gstin: '27AAPFU0939F1ZV' };
    const { sent } = stubApi({ 'GET /billing/details': { body: nobody }, 'PUT /billing/details': { body: saved } });
    renderPage(<BillingDetails />);
    await press(text.details.change);
    await type(text.details.name, ' Rao Limited ');
    await type(text.details.address, '4 Hill Road\n\n Mumbai ');
    await type(text.details.state, '27');
    await type(text.details.gstin, '27aapfu0939f1zv ');
    await press(text.details.save);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent('PUT /billing/details').map(({ body }) => body)).toEqual([saved]);
    expect(screen.getByText('GSTIN 27AAPFU0939F1ZV')).toBeTruthy();
    expect(screen.getByText('Maharashtra')).toBeTruthy();
  });

  it.each(['gstin.invalid', 'gstin.state'])('says at the field what is wrong with a GSTIN: %s', async (code) => {
    stubApi({ 'GET /billing/details': { body: nobody }, 'PUT /billing/details': problem(400, code) });
    renderPage(<BillingDetails />);
    await press(text.details.change);
    await type(text.details.gstin, '27AAPFU0939F1ZU');
    await press(text.details.save);
    const sentence = code === 'gstin.state' ? problems.gstin_state : problems.gstin_invalid;
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.getByLabelText(text.details.gstin).getAttribute('aria-invalid')).toBe('true');
  });
});
