'use client';

import { postSubscriptionCheckout } from '@canar/api-client';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import type { Plan } from '@/lib/api/types';
import { idempotencyKeys } from '@/lib/idempotency-keys';
import { useReturn } from '@/lib/use-return';
import { leaveForPayment } from '@/signed-in/leave-for-payment';
import { useSiteLocale } from '@/signed-in/use-site-locale';

/** Opens the checkout of a plan and leaves for it; who comes back with the back button may choose again. */
export function useOpenPlanCheckout() {
  const locale = useSiteLocale();
  const open = useMutation({
    mutationFn: (plan: Plan['id']) =>
      idempotencyKeys.run(`plan:${plan}`, async (key) => {
        const params = { header: { 'Idempotency-Key': key } };
        return (await call(postSubscriptionCheckout, { params, body: { plan } })).data;
      }),
    onSuccess: (checkout) => leaveForPayment(checkout.url, locale),
  });
  useReturn(open.reset);
  return open;
}
