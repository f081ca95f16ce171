import type { Metadata } from 'next';
import { localePath, locales, type Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

/** A public page: header, main content, footer. `path` is its address without the language. */
export function SitePage({ locale, path, children }: { locale: Locale; path: string; children: React.ReactNode }) {
  return (
    <>
      <SkipLink locale={locale} />
      <SiteHeader locale={locale} path={path} />
      <main id="content">{children}</main>
      <SiteFooter locale={locale} path={path} />
    </>
  );
}

/** The first stop of the Tab key: past the header. */
export function SkipLink({ locale }: { locale: Locale }) {
  return (
    <a
      href="#content"
      className="sr-only rounded-control bg-ink px-4 py-2 text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
    >
      {translatorOf(locale, 'common')('skip')}
    </a>
  );
}

/** A page's address in every language, for search engines. */
export function languageLinks(path: string): Metadata['alternates'] {
  return { languages: Object.fromEntries(locales.map((locale) => [locale, localePath(locale, path)])) };
}
