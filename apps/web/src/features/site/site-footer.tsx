import { localePath, type Locale } from '@/i18n/locales';
import { messagesOf, translatorOf } from '@/i18n/catalogue';
import { BirdMark } from '@/ui/bird-mark';
import { ThemeChoice } from '@/ui/theme-choice';
import { LanguageLinks } from '@/ui/language-links';

/** The foot of the public pages: where else to go, language, theme. */
export function SiteFooter({ locale, path }: { locale: Locale; path: string }) {
  const text = translatorOf(locale, 'common');
  const site = translatorOf(locale, 'site.footer');
  return (
    <footer className="mt-24 border-t border-hairline">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-4 px-4 py-8 text-sm text-muted sm:px-8">
        <BirdMark size={22} />
        <p className="mr-auto max-w-prose">
          {site('open')} {site('made')}
        </p>
        <a className="link" href={localePath(locale, '/pricing/')}>
          {text('pricing')}
        </a>
        <a className="link" href={localePath(locale, '/sample/')}>
          {text('sample')}
        </a>
        <LanguageLinks locale={locale} path={path} className="link" />
        <ThemeChoice text={messagesOf(locale).common.theme} />
      </div>
    </footer>
  );
}
