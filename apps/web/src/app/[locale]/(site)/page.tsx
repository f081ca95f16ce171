import type { Metadata } from 'next';
import { Closing } from '@/features/site/closing';
import { Hero } from '@/features/site/hero';
import { PhoneView } from '@/features/site/phone-view';
import { Prices } from '@/features/site/prices';
import { Questions } from '@/features/site/questions';
import { languageLinks, SitePage } from '@/features/site/site-page';
import { Steps } from '@/features/site/steps';
import { TemplateGallery } from '@/features/site/template-gallery';
import { WorkedMonth } from '@/features/site/worked-month';
import { asLocale } from '@/i18n/locales';

export const metadata: Metadata = { alternates: languageLinks('/') };

/** The landing page. */
export default async function LandingPage({ params }: { params: Promise<{ locale: string }> }) {
  const locale = asLocale((await params).locale);
  return (
    <SitePage locale={locale} path="/">
      <Hero locale={locale} />
      <Steps locale={locale} />
      <WorkedMonth locale={locale} />
      <TemplateGallery locale={locale} />
      <PhoneView locale={locale} />
      <Prices locale={locale} />
      <Questions locale={locale} />
      <Closing locale={locale} />
    </SitePage>
  );
}
