import { fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import type { Subscription } from '@/lib/api/types';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi } from '@/testing/stub-api';
import { PlanState } from './plan-state';
import { RenewalSwitch } from './renewal-switch';

const { billing, problems } = messagesOf('en');
const text = billing.autoRenew;
const autoRenew = {
  isOn: true,
  plan: 'basic',
  price: { amount: 149_900, currency: 'INR' },
  debitAt: '2026-02-27T00:00:00Z',
};
const running = { status: 'active', plan: 'basic', periodEnd: '2026-03-01T00:00:00Z', daysLeft: 5, autoRenew };
const subscriptionWith = (about: object) => ({ ...running, ...about }) as Subscription;

describe('automatic renewal on the billing page', () => {
  it('says what is debited and when, at the price of the purchase', () => {
    stubApi({ 'GET /subscription/plans': { body: { plans: [{ id: 'basic', price: { amount: 199_900 } }] } } });
    renderPage(<PlanState subscription={subscriptionWith({})} />);
    expect(screen.getByText(/renews automatically: ₹1,499, GST included, is debited on 27 Feb/)).toBeTruthy();
  });

  it.each([
    [true, 'DELETE', text.off],
    [false, 'PUT', text.on],
  ])('changes from %s by %s, and says what that means', async (isOn, method, said) => {
    const api = stubApi({ [`${method} /subscription/auto-renew`]: { body: running } });
    renderPage(<RenewalSwitch subscription={subscriptionWith({ autoRenew: { ...autoRenew, isOn } })} />);
    const renewal = screen.getByRole('switch', { name: text.label });
    expect(renewal.getAttribute('aria-checked')).toBe(String(isOn));
    fireEvent.click(renewal);
    expect(await screen.findByText(said)).toBeTruthy();
    expect(api.sent(`${method} /subscription/auto-renew`)).toHaveLength(1);
  });

  it('shows why it could not be switched, and stays as it was', async () => {
    stubApi({ 'PUT /subscription/auto-renew': problem(409, 'renewal.mandate') });
    renderPage(<RenewalSwitch subscription={subscriptionWith({ autoRenew: { ...autoRenew, isOn: false } })} />);
    const renewal = screen.getByRole('switch');
    fireEvent.click(renewal);
    expect(await screen.findByText(problems.renewal_mandate)).toBeTruthy();
    await waitFor(() => expect(renewal.getAttribute('aria-checked')).toBe('false'));
  });

  it.each([{ autoRenew: null }, { status: 'cancelling' }, { status: 'expired' }])('hides the switch of %j', (about) => {
    stubApi({});
    renderPage(<RenewalSwitch subscription={subscriptionWith(about)} />);
    expect(screen.queryByRole('switch')).toBeNull();
  });
});
