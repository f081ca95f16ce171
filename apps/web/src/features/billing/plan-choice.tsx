'use client';

import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { useSubscription } from '@/signed-in/api/get-subscription';
import { usePlans } from '@/signed-in/api/list-plans';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import type { Plan, Subscription } from '@/lib/api/types';
import { formatDay } from '@/lib/format';
import { Switch } from '@/ui/form/switch';
import { Notice } from '@/ui/notice';
import { SkeletonLines } from '@/ui/skeleton';
import { useOpenPlanCheckout } from './api/open-plan-checkout';
import { useChangePlan } from './api/change-plan';
import { PlanChange } from './plan-change';
import { PlanOffer } from './plan-offer';

/** The plans with their terms; choosing one leads to the payment provider. */
export function PlanChoice() {
  const text = useTranslations('billing.plans');
  const common = useTranslations('common');
  const plans = usePlans();
  const owned = useOwnedSubscription();
  return (
    <>
      <h1 className="text-3xl">{text('title')}</h1>
      <p className="mt-2 mb-8 text-muted">{text('lead')}</p>
      {owned && <CurrentPlan subscription={owned} />}
      {plans.isPending && <SkeletonLines lines={6} label={common('loading')} />}
      {plans.error && <LoadFailure error={plans.error} onRetry={() => void plans.refetch()} />}
      <Offers plans={plans.data?.plans ?? []} owned={owned} canRenew={plans.data?.canRenew ?? false} />
    </>
  );
}

/** The subscription while it runs. */
function useOwnedSubscription(): Subscription | null {
  const { data } = useSubscription();
  return data?.plan && ['active', 'cancelling', 'past_due'].includes(data.status) ? data : null;
}

interface OffersProps {
  plans: readonly Plan[];
  owned: Subscription | null;
  /** Whether who collects can renew automatically. */
  canRenew: boolean;
}

function Offers({ plans, owned, canRenew }: OffersProps) {
  const text = useTranslations('billing.plans');
  const locale = useSiteLocale();
  const problemText = useProblemText();
  const buy = useOpenPlanCheckout();
  const change = useChangePlan();
  const isLeaving = buy.isPending || buy.isSuccess || change.isPending || Boolean(change.data && 'url' in change.data);
  const [wantsRenewal, setWantsRenewal] = useState(true);
  const asksForRenewal = canRenew && !owned?.autoRenew?.isOn && !owned?.next;
  const autoRenew = asksForRenewal && wantsRenewal;
  const running = plans.find(({ id }) => id === owned?.plan);
  const error = buy.error ?? change.error;
  return (
    <>
      {asksForRenewal && <RenewalChoice checked={wantsRenewal} disabled={isLeaving} onChange={setWantsRenewal} />}
      <div className="grid border-y border-hairline max-sm:divide-y max-sm:divide-hairline sm:grid-cols-2 sm:divide-x sm:divide-hairline">
        {plans.map((plan) => {
          const buying = { plan, autoRenew, main: plan.id === 'basic', disabled: Boolean(owned?.next) || isLeaving };
          const changing = { plan, disabled: isLeaving, onChange: () => change.mutate(plan.id) };
          return (
            <PlanOffer key={plan.id} {...buying} onChoose={() => buy.mutate({ plan: plan.id, autoRenew })}>
              {owned && running && <PlanChange {...changing} subscription={owned} running={running} />}
            </PlanOffer>
          );
        })}
      </div>
      <div className="mt-6 flex flex-col gap-4">
        {error && <Notice tone="bad">{problemText(error)}</Notice>}
        <p role="status">{isLeaving && text('opening')}</p>
        <Link className="link self-start" href={localePath(locale, '/profiles/')}>
          {text('later')}
        </Link>
      </div>
    </>
  );
}

interface RenewalChoiceProps {
  checked: boolean;
  disabled: boolean;
  onChange: (checked: boolean) => void;
}

/** Whether the plan is to renew automatically, with what that means. */
function RenewalChoice(props: RenewalChoiceProps) {
  const text = useTranslations('billing.plans');
  return (
    <div className="mb-6 max-w-prose">
      <Switch label={text('autoRenew')} hint={text('autoRenewHint', { days: 30 })} {...props} />
    </div>
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
