import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { IntlProvider } from 'use-intl';
import { messagesOf } from '@/i18n/catalogue';
import { fetchPlans, fetchSubscription, openPlanCheckout } from '@/lib/api/billing';
import type { Plan } from '@/lib/api/types';
import { PlanChoice } from './plan-choice';
import { leaveForPayment } from './return-locale';

jest.mock('@/lib/api/billing');
jest.mock('./return-locale');

const basic: Plan = {
  id: 'basic',
  name: 'Basic',
  credits: 500,
  periodDays: 30,
  features: [],
  price: { amount: 199_900, currency: 'INR' },
};

it('a person who comes back from the payment with the back button can choose again', async () => {
  jest.mocked(fetchPlans).mockResolvedValue({ plans: [basic], topUp: {} } as never);
  jest.mocked(fetchSubscription).mockResolvedValue({ status: 'none', plan: null } as never);
  jest.mocked(openPlanCheckout).mockResolvedValue({ url: 'https://pay.example/1' } as never);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <IntlProvider locale="en" messages={messagesOf('en')} timeZone="UTC">
        <PlanChoice />
      </IntlProvider>
    </QueryClientProvider>,
  );
  const choose = await screen.findByRole<HTMLButtonElement>('button', { name: 'Choose Basic' });
  fireEvent.click(choose);
  await waitFor(() => expect(leaveForPayment).toHaveBeenCalledWith('https://pay.example/1', 'en'));
  await waitFor(() => expect(choose.disabled).toBe(true));

  fireEvent(window, Object.assign(new Event('pageshow'), { persisted: true }));
  await waitFor(() => expect(choose.disabled).toBe(false));
  expect(screen.queryByText(messagesOf('en').billing.plans.opening)).toBeNull();
});
