import type { Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { PlanColumns } from './plan-columns';

/** The prices as a section of the landing page. */
export function Prices({ locale }: { locale: Locale }) {
  const text = translatorOf(locale, 'site.prices');
  return (
    <section className="mx-auto max-w-6xl px-4 pt-28 sm:px-8" aria-labelledby="prices">
      <h2 id="prices" className="text-2xl sm:text-3xl">
        {text('title')}
      </h2>
      <p className="mt-3 mb-8 text-muted">{text('lead')}</p>
      <PlanColumns locale={locale} level={3} />
    </section>
  );
}
