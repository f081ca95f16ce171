import type { Metadata } from 'next';
import { CallToAction } from '@/features/site/call-to-action';
import { Hero } from '@/features/site/hero';
import { PhoneView } from '@/features/site/phone-view';
import { Prices } from '@/features/site/prices';
import { Faq } from '@/features/site/faq';
import { languageLinks, SitePage } from '@/features/site/site-page';
import { HowItWorks } from '@/features/site/how-it-works';
import { importProblems } from '@/features/start/import-problems';
import { VisitorImport } from '@/features/start/visitor-import';
import { TemplateGallery } from '@/features/site/template-gallery';
import { CostExample } from '@/features/site/cost-example';
import { messagesOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

export const metadata: Metadata = { alternates: languageLinks('/') };

/** The landing page. */
export default async function LandingPage({ params }: { params: Promise<{ locale: string }> }) {
  const locale = asLocale((await params).locale);
  return (
    <SitePage locale={locale} path="/">
      <Hero locale={locale}>
        <VisitorImport locale={locale} text={messagesOf(locale).start.visitor} problems={importProblems(locale)} />
      </Hero>
      <HowItWorks locale={locale} />
      <CostExample locale={locale} />
      <TemplateGallery locale={locale} />
      <PhoneView locale={locale} />
      <Prices locale={locale} />
      <Faq locale={locale} />
      <CallToAction locale={locale} />
    </SitePage>
  );
}
