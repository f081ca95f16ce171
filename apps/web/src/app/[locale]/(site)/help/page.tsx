import type { Metadata } from 'next';
import { HelpPage } from '@/features/service/help-page';
import { languageLinks, SitePage } from '@/features/site/site-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface HelpProps {
  params: Promise<{ locale: string }>;
}

/** Title and description of the page. */
export async function generateMetadata({ params }: HelpProps): Promise<Metadata> {
  const text = translatorOf(asLocale((await params).locale), 'help');
  return { title: text('title'), description: text('description'), alternates: languageLinks('/help/') };
}

/** Short answers. */
export default async function HelpRoute({ params }: HelpProps) {
  const locale = asLocale((await params).locale);
  return (
    <SitePage locale={locale} path="/help/">
      <HelpPage locale={locale} />
    </SitePage>
  );
}
