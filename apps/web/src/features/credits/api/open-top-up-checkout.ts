'use client';

import { postCreditsTopUp } from '@canar/api-client';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { idempotencyKeys } from '@/lib/idempotency-keys';
import { useReturn } from '@/lib/use-return';
import { leaveForPayment } from '@/signed-in/leave-for-payment';
import { useSiteLocale } from '@/signed-in/use-site-locale';

/** Opens the checkout of top-up packs and leaves for it; who comes back with the back button may choose again. */
export function useOpenTopUpCheckout() {
  const locale = useSiteLocale();
  const open = useMutation({
    mutationFn: (packs: number) =>
      idempotencyKeys.run(`top-up:${packs}`, async (key) => {
        const params = { header: { 'Idempotency-Key': key } };
        return (await call(postCreditsTopUp, { params, body: { packs } })).data;
      }),
    onSuccess: (checkout) => leaveForPayment(checkout.url, locale),
  });
  useReturn(open.reset);
  return open;
}
