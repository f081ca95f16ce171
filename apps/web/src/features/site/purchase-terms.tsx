import type { Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';

const terms = ['renewal', 'credits', 'tax', 'lock'] as const;

/** Renewal, unused credits, tax and what remains without a plan: said before anybody pays. */
export function PurchaseTerms({ locale }: { locale: Locale }) {
  const text = translatorOf(locale, 'site.prices.terms');
  return (
    <section className="mt-16">
      <h2 className="text-2xl">{text('title')}</h2>
      <dl className="mt-6 grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {terms.map((term) => (
          <div key={term}>
            <dt className="font-medium">{text(`${term}.title`)}</dt>
            <dd className="mt-1 text-muted">{text(`${term}.body`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
