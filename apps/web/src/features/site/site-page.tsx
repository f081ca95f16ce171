import type { Metadata } from 'next';
import { localePath, locales, type Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { SkipLink } from '@/ui/skip-link';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

/** A public page: header, main content, footer. `path` is its address without the language. */
export function SitePage({ locale, path, children }: { locale: Locale; path: string; children: React.ReactNode }) {
  return (
    <>
      <SkipLink text={translatorOf(locale, 'common')('skip')} />
      <SiteHeader locale={locale} path={path} />
      <main id="content">{children}</main>
      <SiteFooter locale={locale} path={path} />
    </>
  );
}

/** A page's address in every language, for search engines. */
export function languageLinks(path: string): Metadata['alternates'] {
  return { languages: Object.fromEntries(locales.map((locale) => [locale, localePath(locale, path)])) };
}
