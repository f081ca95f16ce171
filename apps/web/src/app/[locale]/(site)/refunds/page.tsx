import type { Metadata } from 'next';
import { LegalPage } from '@/features/service/legal-page';
import { languageLinks, SitePage } from '@/features/site/site-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface RefundsProps {
  params: Promise<{ locale: string }>;
}

/** Title and description of the page. */
export async function generateMetadata({ params }: RefundsProps): Promise<Metadata> {
  const text = translatorOf(asLocale((await params).locale), 'legal.refunds');
  return { title: text('title'), description: text('description'), alternates: languageLinks('/refunds/') };
}

/** When money is paid back. */
export default async function RefundsRoute({ params }: RefundsProps) {
  const locale = asLocale((await params).locale);
  return (
    <SitePage locale={locale} path="/refunds/">
      <LegalPage locale={locale} document="refunds" />
    </SitePage>
  );
}
