import type { Metadata } from 'next';
import { ImprintPage } from '@/features/service/contact-page';
import { languageLinks, SitePage } from '@/features/site/site-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface ImprintProps {
  params: Promise<{ locale: string }>;
}

/** Title and description of the page. */
export async function generateMetadata({ params }: ImprintProps): Promise<Metadata> {
  const text = translatorOf(asLocale((await params).locale), 'legal.imprint');
  return { title: text('title'), description: text('description'), alternates: languageLinks('/imprint/') };
}

/** Who runs the site. */
export default async function ImprintRoute({ params }: ImprintProps) {
  const locale = asLocale((await params).locale);
  return (
    <SitePage locale={locale} path="/imprint/">
      <ImprintPage locale={locale} />
    </SitePage>
  );
}
