import type { Metadata } from 'next';
import { StatusPage } from '@/features/service/status-page';
import { languageLinks, SitePage } from '@/features/site/site-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface StatusProps {
  params: Promise<{ locale: string }>;
}

/** Title and description of the page. */
export async function generateMetadata({ params }: StatusProps): Promise<Metadata> {
  const text = translatorOf(asLocale((await params).locale), 'legal.status');
  return { title: text('title'), description: text('description'), alternates: languageLinks('/status/') };
}

/** Whether everything works right now. */
export default async function StatusRoute({ params }: StatusProps) {
  const locale = asLocale((await params).locale);
  return (
    <SitePage locale={locale} path="/status/">
      <StatusPage locale={locale} />
    </SitePage>
  );
}
