'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { useSubscription } from '@/signed-in/api/get-subscription';
import { usePlans } from '@/signed-in/api/list-plans';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import type { Subscription } from '@/lib/api/types';
import { formatDay } from '@/lib/format';
import { Notice } from '@/ui/notice';
import { SkeletonLines } from '@/ui/skeleton';
import { useOpenPlanCheckout } from './api/open-plan-checkout';
import { PlanOffer } from './plan-offer';

/** The plans with their terms; choosing one leads to the payment provider. */
export function PlanChoice() {
  const text = useTranslations('billing.plans');
  const common = useTranslations('common');
  const locale = useSiteLocale();
  const problemText = useProblemText();
  const plans = usePlans();
  const subscription = useSubscription();
  const buy = useOpenPlanCheckout();
  const owned = subscription.data?.plan && ['active', 'cancelling', 'past_due'].includes(subscription.data.status);
  return (
    <>
      <h1 className="text-3xl">{text('title')}</h1>
      <p className="mt-2 mb-8 text-muted">{text('lead')}</p>
      {owned && subscription.data && <CurrentPlan subscription={subscription.data} />}
      {plans.isPending && <SkeletonLines lines={6} label={common('loading')} />}
      {plans.error && <LoadFailure error={plans.error} onRetry={() => void plans.refetch()} />}
      <div className="grid border-y border-hairline max-sm:divide-y max-sm:divide-hairline sm:grid-cols-2 sm:divide-x sm:divide-hairline">
        {plans.data?.plans.map((plan) => (
          <PlanOffer
            key={plan.id}
            plan={plan}
            main={plan.id === 'basic'}
            disabled={Boolean(subscription.data?.next) || buy.isPending || buy.isSuccess}
            onChoose={() => buy.mutate(plan.id)}
          />
        ))}
      </div>
      <div className="mt-6 flex flex-col gap-4">
        {buy.error && <Notice tone="bad">{problemText(buy.error)}</Notice>}
        <p role="status">{(buy.isPending || buy.isSuccess) && text('opening')}</p>
        <Link className="link self-start" href={localePath(locale, '/profiles/')}>
          {text('later')}
        </Link>
      </div>
    </>
  );
}

function CurrentPlan({ subscription: { plan, periodEnd, next } }: { subscription: Subscription }) {
  const text = useTranslations('billing');
  const locale = useSiteLocale();
  if (!plan || !periodEnd) return null;
  return (
    <div className="mb-6">
      <Notice
        action={
          <Link className="link" href={localePath(locale, '/billing/')}>
            {text('plans.toBilling')}
          </Link>
        }
      >
        {text(next ? 'plans.ahead' : 'plans.current', {
          plan: text(`name.${plan}`),
          date: formatDay(locale, periodEnd),
        })}
      </Notice>
    </div>
  );
}
