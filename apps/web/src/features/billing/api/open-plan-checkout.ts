'use client';

import { postSubscriptionCheckout } from '@canar/api-client';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import type { Plan } from '@/lib/api/types';
import { idempotencyKeys } from '@/lib/idempotency-keys';
import { useReturn } from '@/lib/use-return';
import { leaveForPayment } from '@/signed-in/leave-for-payment';
import { useSiteLocale } from '@/signed-in/use-site-locale';

/** What is bought. */
interface ChosenPlan {
  plan: Plan['id'];
  /** Whether the buyer is asked for the consent to renew it automatically. */
  autoRenew: boolean;
}

/** Opens the checkout of a plan and leaves for it; who comes back with the back button may choose again. */
export function useOpenPlanCheckout() {
  const locale = useSiteLocale();
  const open = useMutation({
    mutationFn: ({ plan, autoRenew }: ChosenPlan) =>
      idempotencyKeys.run(`plan:${plan}:${autoRenew}`, async (key) => {
        const params = { header: { 'Idempotency-Key': key } };
        const body = { plan, ...(autoRenew && { autoRenew }) };
        return (await call(postSubscriptionCheckout, { params, body })).data;
      }),
    onSuccess: (checkout) => leaveForPayment(checkout.url, locale),
  });
  useReturn(open.reset);
  return open;
}
