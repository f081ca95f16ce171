import { renderHook } from '@testing-library/react';
import { IntlProvider } from 'use-intl';
import { messagesOf } from '@/i18n/catalogue';
import type { Payment } from '@/lib/api/types';
import { usePaymentText } from './payment-text';

function inHindi(kind: Payment['kind'], description: string, credits: number): string {
  const wrapper = ({ children }: { children: React.ReactNode }) => (
    <IntlProvider locale="hi" messages={messagesOf('hi')} timeZone="UTC">
      {children}
    </IntlProvider>
  );
  const { result } = renderHook(() => usePaymentText(), { wrapper });
  return result.current({ kind, description, credits } as Payment);
}

describe('what a payment was for', () => {
  it('describes a payment in the language of the page', () => {
    expect(inHindi('plan', 'Basic, 30 days, 500 credits', 500)).toBe('Basic प्लान, 500 क्रेडिट');
    expect(inHindi('top_up', 'Top-up, 100 credits', 100)).toBe('टॉप-अप, 100 क्रेडिट');
  });

  it('shows the stored text of a payment when its plan is unknown', () => {
    expect(inHindi('plan', 'Founders, for ever', 5)).toBe('Founders, for ever');
  });
});
