'use client';

import { postSubscriptionChange } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import type { Plan } from '@/lib/api/types';
import { idempotencyKeys } from '@/lib/idempotency-keys';
import { queryKeys } from '@/lib/query-keys';
import { useReturn } from '@/lib/use-return';
import { leaveForPayment } from '@/signed-in/leave-for-payment';
import { useSiteLocale } from '@/signed-in/use-site-locale';

/** Changes the plan: leaves for the payment of a dearer one, and notes another one for the end of the paid time. */
export function useChangePlan() {
  const locale = useSiteLocale();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (plan: Plan['id']) =>
      idempotencyKeys.run(`change:${plan}`, async (key) => {
        const params = { header: { 'Idempotency-Key': key } };
        return (await call(postSubscriptionChange, { params, body: { plan } })).data;
      }),
    onSuccess: async (answer) => {
      if ('url' in answer) leaveForPayment(answer.url, locale);
      else await client.invalidateQueries({ queryKey: queryKeys.subscription });
    },
  });
  useReturn(change.reset);
  return change;
}
