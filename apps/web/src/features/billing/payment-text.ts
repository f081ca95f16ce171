'use client';

import { useTranslations } from 'use-intl';
import type { Payment } from '@/lib/api/types';
import { planIds, type PlanId } from '@/lib/price-list';

/** The plan that a payment was for: its description, written in English, begins with the plan's name. */
function planOfPayment({ kind, description }: Pick<Payment, 'kind' | 'description'>): PlanId | undefined {
  return kind !== 'top_up' ? planIds.find((plan) => description.toLowerCase().startsWith(`${plan},`)) : undefined;
}

/** Says in the language of the page what was paid for; what it does not know it gives in the words of the payment. */
export function usePaymentText(): (payment: Payment) => string {
  const text = useTranslations('billing');
  return (payment) => {
    const { kind, credits, description } = payment;
    if (kind === 'top_up') return text('payments.topUp', { credits });
    const plan = planOfPayment(payment);
    return plan ? text('payments.plan', { plan: text(`name.${plan}`), credits }) : description;
  };
}
