import type { Metadata } from 'next';
import { SamplePage } from '@/features/site/sample-page';
import { languageLinks } from '@/features/site/site-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface SampleProps {
  params: Promise<{ locale: string }>;
}

/** The page's title. */
export async function generateMetadata({ params }: SampleProps): Promise<Metadata> {
  const text = translatorOf(asLocale((await params).locale), 'site.sample');
  return { title: text('title'), alternates: languageLinks('/sample/'), robots: { index: false } };
}

/** The sample profile in the template "classic". */
export default async function SampleClassicPage({ params }: SampleProps) {
  return <SamplePage locale={asLocale((await params).locale)} template="classic" />;
}
