import { localePath, type Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { formatMoney, formatNumber } from '@/lib/format';
import { priceList } from '@/lib/price-list';
import { buttonClass } from '@/ui/button-class';
import { SampleSheet } from './sample-sheet';

/** The first screen: what Canar is, a way to begin, a real profile, the price. */
export function Hero({ locale, children }: { locale: Locale; children?: React.ReactNode }) {
  const text = translatorOf(locale, 'site.hero');
  const common = translatorOf(locale, 'common');
  return (
    <section className="mx-auto grid max-w-6xl gap-x-16 gap-y-12 px-4 pt-10 sm:px-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] lg:pt-16">
      <div className="lg:py-16">
        <h1 className="text-3xl sm:text-4xl">{text('title')}</h1>
        <p className="mt-5 max-w-[34rem] text-lg text-muted">{text('lead')}</p>
        <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
          <a href={localePath(locale, '/sign-up/')} className={buttonClass({ look: 'main', size: 'large' })}>
            {common('createAccount')}
          </a>
          <a href={localePath(locale, '/sample/')} className="link">
            {text('open')}
          </a>
        </div>
        {children && <div className="mt-8 max-w-[34rem]">{children}</div>}
        <p className="figures mt-8 max-w-[34rem] border-t border-hairline pt-4 text-sm text-muted">
          {text('price', {
            price: formatMoney(locale, priceList.basic.paise),
            credits: formatNumber(locale, priceList.basic.credits),
            cost: priceList.editCost,
          })}
        </p>
      </div>
      <SampleSheet locale={locale} label={text('sheet')} />
    </section>
  );
}
