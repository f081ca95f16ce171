import type { Metadata } from 'next';
import { ChangelogPage } from '@/features/service/changelog-page';
import { languageLinks, SitePage } from '@/features/site/site-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface ChangelogProps {
  params: Promise<{ locale: string }>;
}

/** Title and description of the page. */
export async function generateMetadata({ params }: ChangelogProps): Promise<Metadata> {
  const text = translatorOf(asLocale((await params).locale), 'changelog');
  return { title: text('title'), description: text('description'), alternates: languageLinks('/changelog/') };
}

/** What has changed. */
export default async function ChangelogRoute({ params }: ChangelogProps) {
  const locale = asLocale((await params).locale);
  return (
    <SitePage locale={locale} path="/changelog/">
      <ChangelogPage locale={locale} />
    </SitePage>
  );
}
