import { fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { leaveForPayment } from '@/signed-in/leave-for-payment';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi, type StubResponse } from '@/testing/stub-api';
import { TopUp } from './top-up';

jest.mock('@/signed-in/leave-for-payment');

const { credits, problems } = messagesOf('en');
const { topUp: text } = credits;
const topUp = { credits: 100, price: { amount: 50_000 }, validDays: 365 };

async function open(canEdit: boolean, routes: Record<string, StubResponse> = {}) {
  const api = stubApi({
    'GET /subscription/plans': { body: { plans: [], topUp } },
    'GET /subscription': { body: { canEdit } },
    ...routes,
  });
  renderPage(<TopUp />);
  await waitFor(() => expect(api.requests).toHaveLength(2));
  fireEvent.click(screen.getByRole('button', { name: text.open }));
  return api;
}

describe('TopUp', () => {
  beforeEach(() => jest.mocked(leaveForPayment).mockReset());

  it('leads to the plans without an active plan', async () => {
    await open(false);
    expect((await screen.findByRole('link', { name: text.seePlans })).getAttribute('href')).toMatch(/^\/plans\/?$/);
    expect(screen.queryByRole('button', { name: text.pay })).toBeNull();
  });

  it('multiplies price and credits by the packs and buys that number', async () => {
    const api = await open(true, { 'POST /credits/top-up': { body: { url: 'https://pay.example/2' } } });
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: '3' } });
    expect(await screen.findByText('300 credits for ₹1,500, GST included.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: text.pay }));
    await waitFor(() => expect(leaveForPayment).toHaveBeenCalledWith('https://pay.example/2', 'en'));
    expect(api.sent('POST /credits/top-up').map(({ body }) => body)).toEqual([{ packs: 3 }]);
  });

  it('uses one idempotency key for repeats and another for another amount', async () => {
    const api = await open(true, { 'POST /credits/top-up': problem(402, 'subscription.required') });
    const pay = async (times: number) => {
      fireEvent.click(screen.getByRole('button', { name: text.pay }));
      await waitFor(() => expect(api.sent('POST /credits/top-up')).toHaveLength(times));
      expect(await screen.findByText(problems.subscription_required)).toBeTruthy();
    };
    await screen.findByRole('combobox');
    await pay(1);
    await pay(2);
    fireEvent.change(screen.getByRole('combobox'), { target: { value: '2' } });
    await pay(3);
    const [first, second, third] = api.sent('POST /credits/top-up').map(({ headers }) => headers['idempotency-key']);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
});
