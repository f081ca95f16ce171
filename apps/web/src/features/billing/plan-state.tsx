'use client';

import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePlans } from '@/signed-in/api/list-plans';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import type { Subscription } from '@/lib/api/types';
import { formatDay, formatMoney } from '@/lib/format';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { ConfirmDialog } from '@/ui/overlay/confirm-dialog';
import { Status } from '@/ui/status';
import { showToast } from '@/ui/overlay/toast-store';
import { useCancelSubscription } from './api/cancel-subscription';
import { useResumeSubscription } from './api/resume-subscription';

const tones = {
  none: 'calm',
  pending: 'bright',
  active: 'good',
  past_due: 'bad',
  cancelling: 'bright',
  expired: 'calm',
} as const;

/** The plan, its status, the date of its end and what happens then, and the button for the next step. */
export function PlanState({ subscription }: { subscription: Subscription }) {
  const text = useTranslations('billing');
  const locale = useSiteLocale();
  const { status, plan, periodEnd, suspendedSince, next, nextPlan } = subscription;
  const standing = useStanding(subscription);
  const date = periodEnd ? formatDay(locale, periodEnd) : '';
  return (
    <section
      className="flex flex-wrap items-start justify-between gap-6 border-y border-hairline py-8"
      aria-label={text('subscription')}
    >
      <div>
        <h2 className="flex items-center gap-3 text-2xl">
          {plan && text(`name.${plan}`)} <Status tone={tones[status]}>{text(`status.${status}`)}</Status>
        </h2>
        <p className="figures mt-2 max-w-prose text-muted">{standing}</p>
        {suspendedSince && (
          <div className="mt-4">
            <Notice tone="bad">{text('suspended', { date: formatDay(locale, suspendedSince) })}</Notice>
          </div>
        )}
        {nextPlan && <p className="mt-2 max-w-prose">{text('nextPlan', { plan: text(`name.${nextPlan}`), date })}</p>}
        {next && (
          <p className="figures mt-2 max-w-prose text-muted">
            {text('next', {
              plan: text(`name.${next.plan}`),
              start: formatDay(locale, next.periodStart),
              end: formatDay(locale, next.periodEnd),
            })}
          </p>
        )}
      </div>
      <PlanAction subscription={subscription} date={date} />
    </section>
  );
}

/** Until when the plan runs, and what happens then. */
function useStanding({ status, plan, periodEnd, daysLeft, autoRenew }: Subscription): string {
  const text = useTranslations('billing');
  const locale = useSiteLocale();
  const plans = usePlans();
  const debitAt = status === 'active' ? autoRenew?.debitAt : null;
  const listed = plans.data?.plans.find(({ id }) => id === plan)?.price.amount;
  const price = debitAt ? autoRenew?.price.amount : listed;
  return text(debitAt ? 'renewing' : status, {
    date: periodEnd ? formatDay(locale, periodEnd) : '',
    days: daysLeft ?? 0,
    price: price === undefined ? '' : formatMoney(locale, price),
    debit: debitAt ? formatDay(locale, debitAt) : '',
  });
}

function PlanAction({ subscription, date }: { subscription: Subscription; date: string }) {
  const text = useTranslations('billing');
  const [asking, setAsking] = useState(false);
  const { cancel, resume } = usePlanChanges(date, () => setAsking(false));
  const { status, plan } = subscription;
  if (status === 'cancelling') {
    return (
      <div className="flex flex-wrap gap-3">
        <Button look="solid" busy={resume.isPending} onClick={() => resume.mutate()}>
          {text('resume')}
        </Button>
        {!subscription.next && <ToPlans text={text('changePlan')} />}
      </div>
    );
  }
  if (!plan || (status !== 'active' && status !== 'past_due')) {
    return <ToPlans look="main" text={text('see')} />;
  }
  return (
    <div className="flex flex-wrap gap-3">
      {!subscription.next && <ToPlans look="main" text={text('renew')} />}
      {!subscription.next && status === 'active' && <ToPlans text={text('changePlan')} />}
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
    </div>
  );
}

function ToPlans({ text, look }: { text: string; look?: 'main' }) {
  const locale = useSiteLocale();
  return (
    <Button asChild look={look}>
      <Link href={localePath(locale, '/plans/')}>{text}</Link>
    </Button>
  );
}

function usePlanChanges(date: string, onDone: () => void) {
  const text = useTranslations('billing');
  const problemText = useProblemText();
  const report = (message: string) => ({
    onSuccess: () => {
      showToast({ tone: 'good', message });
      onDone();
    },
    onError: (error: Error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
  return {
    cancel: useCancelSubscription(report(text('cancelled', { date }))),
    resume: useResumeSubscription(report(text('resumed'))),
  };
}
