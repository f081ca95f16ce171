'use client';

import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { useSubscription } from '@/signed-in/api/get-subscription';
import { PageTitle } from '@/ui/page-title';
import { SkeletonLines } from '@/ui/skeleton';
import { BillingDetails } from './billing-details';
import { Invoices } from './invoices';
import { Payments } from './payments';
import { PlanState } from './plan-state';
import { RenewalSwitch } from './renewal-switch';

/** The plan, the payments and their invoices. */
export function BillingView() {
  const text = useTranslations('billing');
  const common = useTranslations('common');
  const subscription = useSubscription();
  return (
    <>
      <PageTitle title={text('title')} />
      {subscription.isPending && <SkeletonLines lines={3} label={common('loading')} />}
      {subscription.error && <LoadFailure error={subscription.error} onRetry={() => void subscription.refetch()} />}
      {subscription.data && <PlanState subscription={subscription.data} />}
      {subscription.data && <RenewalSwitch subscription={subscription.data} />}
      <p className="mt-4 max-w-prose text-sm text-muted">{text('unused')}</p>
      <Payments />
      <Invoices />
      <BillingDetails />
    </>
  );
}
