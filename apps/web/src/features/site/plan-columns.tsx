import { localePath, type Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { formatNumber } from '@/lib/format';
import { planIds, priceList, type PlanId } from '@/lib/price-list';
import { buttonClass } from '@/ui/button-class';
import { Money } from '@/ui/money';

/** The two plans and the top-up, side by side between hairlines; `level` is that of their headings. */
export function PlanColumns({ locale, level }: { locale: Locale; level: 2 | 3 }) {
  const text = translatorOf(locale, 'site.prices');
  const { topUp } = priceList;
  return (
    <div>
      <div className="grid border-y border-hairline sm:grid-cols-2 sm:divide-x sm:divide-hairline max-sm:divide-y max-sm:divide-hairline">
        {planIds.map((plan) => (
          <PlanColumn key={plan} locale={locale} plan={plan} level={level} />
        ))}
      </div>
      <p className="mt-5 text-muted">{text('all')}</p>
      <p className="figures mt-2 text-muted">
        <strong className="font-semibold text-ink">{text('topUp.name')}.</strong>{' '}
        {text('topUp.body', { credits: topUp.credits, price: `₹${formatNumber(locale, topUp.paise / 100)}` })}
      </p>
    </div>
  );
}

function PlanColumn({ locale, plan, level }: { locale: Locale; plan: PlanId; level: 2 | 3 }) {
  const Title = `h${level}` as const;
  const text = translatorOf(locale, 'site.prices');
  const { paise, credits } = priceList[plan];
  const name = text(`${plan}.name`);
  return (
    <section className="flex flex-col py-8 sm:px-8 sm:first:pl-0 sm:last:pr-0">
      <Title className="text-xl">{name}</Title>
      <p className="text-muted">{text(`${plan}.for`)}</p>
      <p className="mt-5 flex items-baseline gap-2">
        <Money amount={paise} locale={locale} className="font-title text-3xl font-medium" />
        <span className="text-muted">{text('perPeriod')}</span>
      </p>
      <p className="figures mt-3">
        {text('credits', {
          credits: formatNumber(locale, credits),
          edits: formatNumber(locale, credits / priceList.editCost),
        })}
      </p>
      <p className="text-sm text-muted">{text('expiry')}</p>
      <div className="grow">{plan === 'premium' && <p className="mt-3">{text('unbranded')}</p>}</div>
      <a
        href={localePath(locale, `/sign-up/?next=${encodeURIComponent(localePath(locale, `/plans/?plan=${plan}`))}`)}
        className={`${buttonClass({ look: plan === 'basic' ? 'main' : 'quiet', size: 'large' })} mt-6 self-start`}
      >
        {text('choose', { plan: name })}
      </a>
    </section>
  );
}
