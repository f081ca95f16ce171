'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import { cancelSubscription, resumeSubscription } from '@/lib/api/billing';
import type { Subscription } from '@/lib/api/types';
import { formatDay, formatMoney } from '@/lib/format';
import { queryKeys } from '@/lib/query-keys';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Status } from '@/ui/status';
import { showToast } from '@/ui/toast-store';
import { usePlans } from './use-plans';

const tones = {
  ...({
    none: 'calm',
    pending: 'bright',
    active: 'good',
    past_due: 'bad',
    cancelling: 'bright',
    expired: 'calm',
  } as const),
};

/** What one has, until when, what happens then, and the one thing to do about it. */
export function PlanState({ subscription }: { subscription: Subscription }) {
  const text = useTranslations('billing');
  const locale = useSiteLocale();
  const plans = usePlans();
  const { status, plan, periodEnd, daysLeft } = subscription;
  const price = plans.data?.plans.find(({ id }) => id === plan)?.price.amount;
  const date = periodEnd ? formatDay(locale, periodEnd) : '';
  const values = { date, days: daysLeft ?? 0, price: price === undefined ? '' : formatMoney(locale, price) };
  return (
    <section
      className="flex flex-wrap items-start justify-between gap-6 border-y border-hairline py-8"
      aria-label={text('subscription')}
    >
      <div>
        <h2 className="flex items-center gap-3 text-2xl">
          {plan && text(`name.${plan}`)} <Status tone={tones[status]}>{text(`status.${status}`)}</Status>
        </h2>
        <p className="figures mt-2 max-w-prose text-muted">{text(status, values)}</p>
      </div>
      <PlanAction subscription={subscription} date={date} />
    </section>
  );
}

function PlanAction({ subscription, date }: { subscription: Subscription; date: string }) {
  const text = useTranslations('billing');
  const locale = useSiteLocale();
  const [asking, setAsking] = useState(false);
  const { cancel, resume } = usePlanChanges(date, () => setAsking(false));
  const { status, plan } = subscription;
  if (status === 'cancelling') {
    return (
      <Button look="solid" busy={resume.isPending} onClick={() => resume.mutate()}>
        {text('resume')}
      </Button>
    );
  }
  if (!plan || (status !== 'active' && status !== 'past_due')) {
    return (
      <Button asChild look="main">
        <Link href={localePath(locale, '/plans/')}>{text('see')}</Link>
      </Button>
    );
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{text('cancel')}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={text('cancelTitle', { plan: text(`name.${plan}`) })}
        body={text('cancelBody', { date })}
        keep={text('keep')}
        confirm={text('cancelConfirm')}
        danger
        busy={cancel.isPending}
        onConfirm={() => cancel.mutate()}
      />
    </>
  );
}

function usePlanChanges(date: string, onCancelled: () => void) {
  const text = useTranslations('billing');
  const problemText = useProblemText();
  const client = useQueryClient();
  const settle = (message: string) => (subscription: Subscription) => {
    client.setQueryData(queryKeys.subscription, subscription);
    showToast({ tone: 'good', message });
    onCancelled();
  };
  const onError = (error: unknown) => showToast({ tone: 'bad', message: problemText(error) });
  return {
    cancel: useMutation({ mutationFn: cancelSubscription, onSuccess: settle(text('cancelled', { date })), onError }),
    resume: useMutation({ mutationFn: resumeSubscription, onSuccess: settle(text('resumed')), onError }),
  };
}
