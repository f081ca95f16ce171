'use client';

import { useTranslations } from 'use-intl';
import { useCredits } from '@/signed-in/api/get-credits';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Plan } from '@/lib/api/types';
import { formatMoney, formatNumber } from '@/lib/format';
import { priceList } from '@/lib/price-list';
import { Button } from '@/ui/button';
import { Money } from '@/ui/money';

interface PlanOfferProps {
  plan: Plan;
  main: boolean;
  /** It is bought with the consent to renew it automatically. */
  autoRenew: boolean;
  disabled: boolean;
  onChoose: () => void;
  /** What the buyer's running plan allows beside it. */
  children?: React.ReactNode;
}

/** One plan with everything that one must know before paying: price with tax, credits, renewal, unused credits. */
export function PlanOffer({ plan, main, autoRenew, disabled, onChoose, children }: PlanOfferProps) {
  const text = useTranslations('billing.plans');
  const locale = useSiteLocale();
  const editCost = useCredits().data?.editCost ?? priceList.editCost;
  const price = formatMoney(locale, plan.price.amount);
  return (
    <section className="flex flex-col py-8 sm:px-8 sm:first:pl-0 sm:last:pr-0">
      <h2 className="text-xl">{plan.name}</h2>
      <Money amount={plan.price.amount} locale={locale} className="mt-3 font-title text-3xl font-medium" />
      <p className="figures text-muted">{text('price', { days: plan.periodDays })}</p>
      <ul className="figures mt-5 mb-6 flex grow flex-col gap-2 text-sm">
        <li className="text-base">
          {text('credits', {
            credits: formatNumber(locale, plan.credits),
            edits: formatNumber(locale, Math.floor(plan.credits / editCost)),
          })}
        </li>
        {plan.features.includes('unbranded') && <li>{text('unbranded')}</li>}
        <li className="text-muted">{text(autoRenew ? 'renewing' : 'renewal', { days: plan.periodDays, price })}</li>
        <li className="text-muted">{text('unused')}</li>
      </ul>
      <Button look={main ? 'main' : 'quiet'} size="large" disabled={disabled} onClick={onChoose} className="self-start">
        {text('choose', { plan: plan.name })}
      </Button>
      {children}
    </section>
  );
}
