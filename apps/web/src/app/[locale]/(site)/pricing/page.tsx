import type { Metadata } from 'next';
import { CostTable } from '@/features/site/cost-table';
import { PlanColumns } from '@/features/site/plan-columns';
import { PurchaseTerms } from '@/features/site/purchase-terms';
import { Faq } from '@/features/site/faq';
import { languageLinks, SitePage } from '@/features/site/site-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface PricingProps {
  params: Promise<{ locale: string }>;
}

/** Title and description of the price list. */
export async function generateMetadata({ params }: PricingProps): Promise<Metadata> {
  const text = translatorOf(asLocale((await params).locale), 'site.pricing');
  return { title: text('title'), description: text('description'), alternates: languageLinks('/pricing/') };
}

/** The price list: plans, what costs and what does not, and the terms. */
export default async function PricingPage({ params }: PricingProps) {
  const locale = asLocale((await params).locale);
  const text = translatorOf(locale, 'site.prices');
  return (
    <SitePage locale={locale} path="/pricing/">
      <div className="mx-auto max-w-4xl px-4 pt-12 sm:px-8">
        <h1 className="text-3xl sm:text-4xl">{text('title')}</h1>
        <p className="mt-3 mb-10 text-lg text-muted">{text('lead')}</p>
        <PlanColumns locale={locale} level={2} />
        <CostTable locale={locale} />
        <PurchaseTerms locale={locale} />
      </div>
      <Faq locale={locale} />
    </SitePage>
  );
}
