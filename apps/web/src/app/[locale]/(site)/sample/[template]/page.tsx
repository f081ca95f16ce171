import { templates } from '@canar/profile-templates';
import type { Metadata } from 'next';
import { SamplePage, samplePath } from '@/features/site/sample-page';
import { languageLinks } from '@/features/site/site-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface SampleProps {
  params: Promise<{ locale: string; template: string }>;
}

/** One page for each template; "classic" stands at `/sample/` itself. */
export function generateStaticParams() {
  return templates.filter(({ id }) => id !== 'classic').map(({ id }) => ({ template: id }));
}

/** The page's title. */
export async function generateMetadata({ params }: SampleProps): Promise<Metadata> {
  const { locale, template } = await params;
  const text = translatorOf(asLocale(locale), 'site.sample');
  return { title: text('title'), alternates: languageLinks(samplePath(template)), robots: { index: false } };
}

/** The sample profile in a template. */
export default async function SampleTemplatePage({ params }: SampleProps) {
  const { locale, template } = await params;
  return <SamplePage locale={asLocale(locale)} template={template} />;
}
