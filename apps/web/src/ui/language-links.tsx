import { localeNames, localePath, locales, type Locale } from '@/i18n/locales';

/** Links to this page in the other languages, each in its own script. `path` is its address without the language. */
export function LanguageLinks({ locale, path, className }: { locale: Locale; path: string; className?: string }) {
  return locales
    .filter((language) => language !== locale)
    .map((language) => (
      <a
        key={language}
        href={localePath(language, path)}
        lang={language}
        hrefLang={language}
        className={`font-names ${className ?? ''}`}
      >
        {localeNames[language]}
      </a>
    ));
}
