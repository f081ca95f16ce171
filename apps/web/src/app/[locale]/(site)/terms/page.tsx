import type { Metadata } from 'next';
import { LegalPage } from '@/features/service/legal-page';
import { languageLinks, SitePage } from '@/features/site/site-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface TermsProps {
  params: Promise<{ locale: string }>;
}

/** Title and description of the page. */
export async function generateMetadata({ params }: TermsProps): Promise<Metadata> {
  const text = translatorOf(asLocale((await params).locale), 'legal.terms');
  return { title: text('title'), description: text('description'), alternates: languageLinks('/terms/') };
}

/** What buyer and seller agree to. */
export default async function TermsRoute({ params }: TermsProps) {
  const locale = asLocale((await params).locale);
  return (
    <SitePage locale={locale} path="/terms/">
      <LegalPage locale={locale} document="terms" />
    </SitePage>
  );
}
