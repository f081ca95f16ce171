'use client';

import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Plan, Subscription } from '@/lib/api/types';
import { formatDay, formatMoney } from '@/lib/format';
import { Button } from '@/ui/button';

interface PlanChangeProps {
  plan: Plan;
  subscription: Subscription;
  /** The plan that the subscription has. */
  running: Plan;
  disabled: boolean;
  onChange: () => void;
}

/** What one can do with a running plan beside paying for the next period: upgrade at once, or choose what follows it. */
export function PlanChange({ plan, subscription, running, disabled, onChange }: PlanChangeProps) {
  const text = useTranslations('billing.plans');
  const locale = useSiteLocale();
  const { upgrade, next, nextPlan, periodEnd } = subscription;
  if (next || !periodEnd) return null;
  const date = formatDay(locale, periodEnd);
  if (upgrade?.plan === plan.id) {
    return (
      <div className="mt-4">
        <Button disabled={disabled} onClick={onChange}>
          {text('upgrade', { price: formatMoney(locale, upgrade.price.amount) })}
        </Button>
        <p className="mt-2 text-sm text-muted">{text('upgradeBody')}</p>
      </div>
    );
  }
  if (nextPlan === plan.id) return <p className="mt-4 text-sm">{text('chosen', { date })}</p>;
  const isKept = plan.id === running.id && Boolean(nextPlan);
  if (!isKept && plan.price.amount >= running.price.amount) return null;
  return (
    <Button className="mt-4 self-start" disabled={disabled} onClick={onChange}>
      {text(isKept ? 'keepPlan' : 'change', { plan: plan.name, date })}
    </Button>
  );
}
