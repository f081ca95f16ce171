import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { renderPage } from '@/testing/render-page';
import { stubApi } from '@/testing/stub-api';
import { CheckoutReturn } from './checkout-return';

let search = '';
jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(search) }));

const { return: text } = messagesOf('en').billing;
const subscription = { canEdit: true, plan: 'basic', periodEnd: '2026-03-01T00:00:00Z' };
const payment = (ageMs: number) => ({ id: 'y1', paidAt: new Date(Date.now() - ageMs).toISOString() });

function serve(payments: object[], canEdit = true) {
  return stubApi({
    'GET /subscription': { body: { ...subscription, canEdit } },
    'GET /credits': { body: { balance: 500 } },
    'GET /billing/payments': { body: { payments, nextCursor: null } },
  });
}

describe('CheckoutReturn', () => {
  beforeEach(() => {
    search = 'status=paid';
    sessionStorage.clear();
  });
  afterEach(() => jest.useRealTimers());

  it.each([
    ['declined', text.declined],
    ['abandoned', text.abandoned],
  ])('says that a payment was %s without calling the API', (status, title) => {
    search = `status=${status}`;
    const api = stubApi({});
    renderPage(<CheckoutReturn />);
    expect(screen.getByRole('heading', { name: title })).toBeTruthy();
    expect(screen.getByRole('link', { name: text.again }).getAttribute('href')).toMatch(/^\/plans\/?$/);
    expect(api.requests).toEqual([]);
  });

  it('reports the balance once a recent payment has arrived', async () => {
    serve([payment(60_000)]);
    renderPage(<CheckoutReturn />);
    expect(await screen.findByRole('heading', { name: text.paid })).toBeTruthy();
    expect(screen.getByText('You have 500 credits.')).toBeTruthy();
  });

  it.each([
    ['an older payment', [payment(3_600_000)], true],
    ['no payment', [], true],
    ['a payment without its period', [payment(60_000)], false],
  ])('keeps waiting with %s', async (_, payments, canEdit) => {
    const api = serve(payments, canEdit);
    renderPage(<CheckoutReturn />);
    await waitFor(() => expect(api.sent('GET /billing/payments').length).toBeGreaterThan(1));
    expect(screen.getByRole('heading', { name: text.waiting })).toBeTruthy();
  });

  it('stops polling after 45 s and checks again on request', async () => {
    jest.useFakeTimers();
    const api = serve([]);
    renderPage(<CheckoutReturn />);
    await act(() => jest.advanceTimersByTimeAsync(50_000));
    expect(screen.getByRole('heading', { name: text.slow })).toBeTruthy();
    const polled = api.sent('GET /billing/payments').length;
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(api.sent('GET /billing/payments')).toHaveLength(polled);

    fireEvent.click(screen.getByRole('button', { name: text.check }));
    await act(() => jest.advanceTimersByTimeAsync(100));
    expect(screen.getByRole('heading', { name: text.waiting })).toBeTruthy();
    expect(api.sent('GET /billing/payments').length).toBeGreaterThan(polled);
  });
});
