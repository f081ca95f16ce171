import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi } from '@/testing/stub-api';
import { OperatorView } from './operator-view';

const { operator: text, problems } = messagesOf('en');

const account = {
  id: '0198c0de-0000-7000-8000-000000000001',
  email: 'asha@example.in',
  name: 'Asha Rao',
  locale: 'en',
  createdAt: '2026-01-15T10:00:00Z',
  emailVerified: true,
  suppression: null,
  blockedAt: null,
  releasedAt: null,
  secondFactorSince: null,
  operator: false,
  sessions: 2,
  tenants: [{ id: '0198c0de-0000-7000-8000-000000000002', role: 'owner', closedAt: null }],
};
const tenant = `/operator/tenants/${account.tenants[0]?.id}`;
const credits = `GET /operator/tenants/${account.tenants[0]?.id}/credits`;
const routes = {
  'GET /user': { body: { operator: true } },
  'GET /operator/audit': { body: { acts: [], nextCursor: null } },
  'GET /operator/unmatched-payments': { body: { payments: [], nextCursor: null } },
  [`GET ${tenant}/payments`]: { body: { payments: [], nextCursor: null } },
  [`GET ${tenant}/grants`]: { body: { grants: [] } },
  [credits]: { body: { balance: 5, editCost: 5, editsLeft: 1, expiring: [], suspendedAt: null } },
};

const type = (label: string, value: string) =>
  fireEvent.change(screen.getAllByLabelText(label, { selector: 'input' }).at(-1) as HTMLElement, { target: { value } });
const press = (name: string) =>
  act(async () => void fireEvent.click(screen.getAllByRole('button', { name }).at(-1) as HTMLElement));

async function findAsha() {
  await screen.findByLabelText(text.name);
  type(text.name, ' asha@example.in ');
  type(text.reason, 'Ticket 4711');
  await press(text.find);
}

describe('OperatorView', () => {
  it('shows nothing to who is no operator', async () => {
    const { requests } = stubApi({ 'GET /user': { body: { operator: false } } });
    renderPage(<OperatorView />);
    expect(await screen.findByText(text.nothing)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    expect(requests).toHaveLength(1);
  });

  it('asks for a reason, then for a code, and shows the account', async () => {
    const { sent } = stubApi({
      ...routes,
      'POST /operator/accounts/find': [problem(403, 'confirmation.required', { methods: ['code'] }), { body: account }],
      'POST /auth/confirm': { status: 204 },
    });
    renderPage(<OperatorView />);
    await screen.findByLabelText(text.name);
    type(text.name, 'asha@example.in');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: text.find }).disabled).toBe(true);
    await findAsha();
    type(text.code, '123456');
    await press(text.confirm);
    expect(await screen.findByText('Asha Rao')).toBeTruthy();
    expect(await screen.findByText('5 credits')).toBeTruthy();
    expect(sent('POST /operator/accounts/find').at(-1)?.body).toEqual({
      email: 'asha@example.in',
      reason: 'Ticket 4711',
    });
  });

  it('leads an operator without a second factor to the settings', async () => {
    stubApi({ ...routes, 'POST /operator/accounts/find': problem(403, 'operator.second-factor') });
    renderPage(<OperatorView />);
    await findAsha();
    expect(await screen.findByText(problems.operator_second_factor)).toBeTruthy();
    expect(screen.getByRole('link', { name: text.toSettings })).toBeTruthy();
  });

  it('blocks an account and grants credits, each with its reason', async () => {
    const { sent } = stubApi({
      ...routes,
      'POST /operator/accounts/find': { body: account },
      [`POST /operator/accounts/${account.id}/block`]: { status: 204 },
      'POST /operator/grants': { status: 201, body: {} },
    });
    renderPage(<OperatorView />);
    await findAsha();
    await screen.findByText('Asha Rao');
    await press(text.acts.block);
    type(text.reason, 'Spam');
    await press(text.acts.block);
    await waitFor(() => expect(sent(`POST /operator/accounts/${account.id}/block`)).toHaveLength(1));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await press(text.acts.grant);
    type(text.grant.credits, '50');
    type(text.reason, 'Sorry');
    await press(text.acts.grant);
    await waitFor(() =>
      expect(sent('POST /operator/grants').map(({ body }) => body)).toEqual([
        { tenantId: account.tenants[0]?.id, credits: 50, days: 365, reason: 'Sorry' },
      ]),
    );
  });

  it('refunds a part of a payment after showing what was spent of it', async () => {
    const payment = {
      id: '0198c0de-0000-7000-8000-000000000003',
      kind: 'plan',
      description: 'Basic, 30 days, 500 credits',
      provider: 'razorpay',
      providerPaymentId: 'pay_1',
      amount: 199_900,
      refunded: 100_000,
      requested: 0,
      disputed: false,
      credits: { granted: 500, spent: 120, left: 130 },
      paidAt: '2026-01-15T10:00:00Z',
    };
    const { sent } = stubApi({
      ...routes,
      'POST /operator/accounts/find': { body: account },
      [`GET ${tenant}/payments`]: { body: { payments: [payment], nextCursor: null } },
      [`POST ${tenant}/refunds`]: [problem(409, 'refund.rejected'), { status: 201, body: { status: 'pending' } }],
    });
    renderPage(<OperatorView />);
    await findAsha();
    expect(await screen.findByText(/120 credits spent, 130 left/)).toBeTruthy();
    await press(`${text.money.refund}: ${payment.description}`);
    const refundButton = () => screen.getByRole<HTMLButtonElement>('button', { name: text.money.refund });
    type(text.reason, 'Unhappy');
    type(text.money.amount, '999.01');
    expect(refundButton().disabled).toBe(true);
    type(text.money.amount, '999');
    await act(async () => void fireEvent.click(refundButton()));
    expect(await screen.findByText(problems.refund_rejected)).toBeTruthy();
    await act(async () => void fireEvent.click(refundButton()));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent(`POST ${tenant}/refunds`).map(({ body }) => body)).toEqual(
      Array(2).fill({ paymentId: payment.id, amount: 99_900, reason: 'Unhappy' }),
    );
  });

  it('closes money that bought nothing with an explanation', async () => {
    const payment = {
      id: '0198c0de-0000-7000-8000-000000000004',
      tenantId: account.tenants[0]?.id,
      orderId: '0198c0de-0000-7000-8000-000000000005',
      provider: 'stripe',
      providerPaymentId: 'pi_1',
      amount: 199_900,
      currency: 'INR',
      reason: 'second',
      paidAt: '2026-01-15T10:00:00Z',
    };
    const explain = `POST ${tenant}/unmatched-payments/${payment.id}/explain`;
    const { sent } = stubApi({
      ...routes,
      'GET /operator/unmatched-payments': [
        { body: { payments: [payment], nextCursor: null } },
        { body: { payments: [], nextCursor: null } },
      ],
      [explain]: { status: 204 },
    });
    renderPage(<OperatorView />);
    await screen.findByText(text.money.reasons.second);
    await press(`${text.money.explain}: stripe pi_1`);
    type(text.reason, 'Paid by bank transfer');
    await press(text.money.explain);
    await waitFor(() => expect(screen.queryByText(text.money.reasons.second)).toBeNull());
    expect(sent(explain).map(({ body }) => body)).toEqual([{ reason: 'Paid by bank transfer' }]);
  });
});
