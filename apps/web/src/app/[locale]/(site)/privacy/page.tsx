import type { Metadata } from 'next';
import { LegalPage } from '@/features/service/legal-page';
import { languageLinks, SitePage } from '@/features/site/site-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface PrivacyProps {
  params: Promise<{ locale: string }>;
}

/** Title and description of the page. */
export async function generateMetadata({ params }: PrivacyProps): Promise<Metadata> {
  const text = translatorOf(asLocale((await params).locale), 'legal.privacy');
  return { title: text('title'), description: text('description'), alternates: languageLinks('/privacy/') };
}

/** Which personal data is processed. */
export default async function PrivacyRoute({ params }: PrivacyProps) {
  const locale = asLocale((await params).locale);
  return (
    <SitePage locale={locale} path="/privacy/">
      <LegalPage locale={locale} document="privacy" />
    </SitePage>
  );
}
