import { fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import type { Plan } from '@/lib/api/types';
import { leaveForPayment } from '@/signed-in/leave-for-payment';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi } from '@/testing/stub-api';
import { PlanChoice } from './plan-choice';

jest.mock('@/signed-in/leave-for-payment');

const { billing, problems } = messagesOf('en');
const basic: Plan = {
  id: 'basic',
  name: 'Basic',
  credits: 500,
  periodDays: 30,
  features: [],
  price: { amount: 199_900, currency: 'INR' },
};
const routes = {
  'GET /subscription/plans': { body: { plans: [basic], topUp: {} } },
  'GET /subscription': { body: { status: 'none', plan: null } },
  'GET /credits': { body: { editCost: 5 } },
};
const chooseBasic = () => screen.findByRole<HTMLButtonElement>('button', { name: 'Choose Basic' });

describe('PlanChoice', () => {
  beforeEach(() => jest.mocked(leaveForPayment).mockReset());

  it('lets a buyer choose again who comes back from the payment with the back button', async () => {
    const api = stubApi({ ...routes, 'POST /subscription/checkout': { body: { url: 'https://pay.example/1' } } });
    renderPage(<PlanChoice />);
    const choose = await chooseBasic();
    fireEvent.click(choose);
    await waitFor(() => expect(leaveForPayment).toHaveBeenCalledWith('https://pay.example/1', 'en'));
    await waitFor(() => expect(choose.disabled).toBe(true));
    expect(api.sent('POST /subscription/checkout').map(({ body }) => body)).toEqual([{ plan: 'basic' }]);

    fireEvent(window, Object.assign(new Event('pageshow'), { persisted: true }));
    await waitFor(() => expect(choose.disabled).toBe(false));
    expect(screen.queryByText(billing.plans.opening)).toBeNull();
  });

  const renewing = { 'GET /subscription/plans': { body: { plans: [basic], topUp: {}, canRenew: true } } };
  const checkoutOf = (api: ReturnType<typeof stubApi>) =>
    api.sent('POST /subscription/checkout').map(({ body }) => body);

  it('states automatic renewal before paying, and asks for it while it is on', async () => {
    const api = stubApi({ ...routes, ...renewing, 'POST /subscription/checkout': problem(503, 'payment.unavailable') });
    renderPage(<PlanChoice />);
    const choose = await chooseBasic();
    const asked = screen.getByRole('switch', { name: billing.plans.autoRenew });
    expect(screen.getByText(/^Renews automatically: ₹1,999 for the next 30 days/)).toBeTruthy();
    fireEvent.click(choose);
    await waitFor(() => expect(checkoutOf(api)).toEqual([{ plan: 'basic', autoRenew: true }]));
    await waitFor(() => expect(choose.disabled).toBe(false));
    fireEvent.click(asked);
    expect(screen.getByText(/^Does not renew by itself/)).toBeTruthy();
    fireEvent.click(choose);
    await waitFor(() => expect(checkoutOf(api)).toHaveLength(2));
    expect(checkoutOf(api)[1]).toEqual({ plan: 'basic' });
    const [first, second] = api.sent('POST /subscription/checkout').map(({ headers }) => headers['idempotency-key']);
    expect(second).not.toBe(first);
  });

  it.each([
    ['nobody can renew automatically', routes, null],
    ['the plan renews already', { ...routes, ...renewing }, { isOn: true }],
  ])('offers no automatic renewal when %s', async (_when, stubs, autoRenew) => {
    const subscription = { status: 'active', plan: 'basic', periodEnd: '2026-03-01T00:00:00Z', next: null, autoRenew };
    stubApi({ ...stubs, 'GET /subscription': { body: subscription } });
    renderPage(<PlanChoice />);
    expect(await screen.findByText(/begins then, and no day is lost/)).toBeTruthy();
    await chooseBasic();
    expect(screen.queryByRole('switch')).toBeNull();
  });

  it('repeats a failed checkout under the same idempotency key', async () => {
    const api = stubApi({ ...routes, 'POST /subscription/checkout': problem(409, 'subscription.paid-ahead') });
    renderPage(<PlanChoice />);
    fireEvent.click(await chooseBasic());
    expect(await screen.findByText(problems.subscription_paid_ahead)).toBeTruthy();
    fireEvent.click(await chooseBasic());
    await waitFor(() => expect(api.sent('POST /subscription/checkout')).toHaveLength(2));
    const [first, second] = api.sent('POST /subscription/checkout').map(({ headers }) => headers['idempotency-key']);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toBe(first);
    expect(leaveForPayment).not.toHaveBeenCalled();
  });

  it.each(['active', 'cancelling', 'past_due'])('sells the next period while a plan is %s', async (status) => {
    const subscription = { status, plan: 'basic', periodEnd: '2026-03-01T00:00:00Z', next: null };
    stubApi({ ...routes, 'GET /subscription': { body: subscription } });
    renderPage(<PlanChoice />);
    expect(await screen.findByText(/begins then, and no day is lost/)).toBeTruthy();
    expect((await chooseBasic()).disabled).toBe(false);
  });

  it('sells no period after one that is paid ahead', async () => {
    const next = { plan: 'premium', periodStart: '2026-03-01T00:00:00Z', periodEnd: '2026-03-31T00:00:00Z' };
    const subscription = { status: 'active', plan: 'basic', periodEnd: '2026-03-01T00:00:00Z', next };
    stubApi({ ...routes, 'GET /subscription': { body: subscription } });
    renderPage(<PlanChoice />);
    expect(await screen.findByRole('link', { name: billing.plans.toBilling })).toBeTruthy();
    expect((await chooseBasic()).disabled).toBe(true);
  });

  it('offers the plans again after the last one expired', async () => {
    stubApi({ ...routes, 'GET /subscription': { body: { status: 'expired', plan: 'basic', periodEnd: null } } });
    renderPage(<PlanChoice />);
    expect((await chooseBasic()).disabled).toBe(false);
  });

  const premium: Plan = { ...basic, id: 'premium', name: 'Premium', price: { amount: 299_900, currency: 'INR' } };
  const both = { 'GET /subscription/plans': { body: { plans: [basic, premium], topUp: {} } } };
  const running = { status: 'active', periodEnd: '2026-03-01T00:00:00Z', next: null, nextPlan: null, upgrade: null };

  it('upgrades at once for the price that the unused time leaves', async () => {
    const upgrade = { plan: 'premium', price: { amount: 166_633, currency: 'INR' } };
    const api = stubApi({
      ...routes,
      ...both,
      'GET /subscription': { body: { ...running, plan: 'basic', upgrade } },
      'POST /subscription/change': { status: 201, body: { url: 'https://pay.example/2' } },
    });
    renderPage(<PlanChoice />);
    fireEvent.click(await screen.findByRole('button', { name: 'Upgrade now for ₹1,666.33' }));
    await waitFor(() => expect(leaveForPayment).toHaveBeenCalledWith('https://pay.example/2', 'en'));
    expect(api.sent('POST /subscription/change').map(({ body }) => body)).toEqual([{ plan: 'premium' }]);
  });

  it('chooses a cheaper plan for the end of the paid time, and takes that back', async () => {
    const api = stubApi({
      ...routes,
      ...both,
      'GET /subscription': [
        { body: { ...running, plan: 'premium' } },
        { body: { ...running, plan: 'premium', nextPlan: 'basic' } },
      ],
      'POST /subscription/change': { body: { effectiveAt: '2026-03-01T00:00:00Z' } },
    });
    renderPage(<PlanChoice />);
    fireEvent.click(await screen.findByRole('button', { name: /^Go on with Basic from/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Go on with Premium after all' }));
    await waitFor(() =>
      expect(api.sent('POST /subscription/change').map(({ body }) => body)).toEqual([
        { plan: 'basic' },
        { plan: 'premium' },
      ]),
    );
    expect(leaveForPayment).not.toHaveBeenCalled();
  });
});
