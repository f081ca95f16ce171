import { localePath, type Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { buttonClass } from '@/ui/button-class';
import { Wordmark } from '@/ui/bird-mark';
import { LanguageMenu } from '@/ui/language-menu';

const quietLink = 'rounded-control px-3 py-2 text-sm hover:bg-sunken max-sm:hidden';

/** The head of the public pages. Plain links, so that it works before and without scripts. */
export function SiteHeader({ locale, path }: { locale: Locale; path: string }) {
  const text = translatorOf(locale, 'common');
  return (
    <header className="mx-auto flex w-full max-w-6xl items-center gap-1 px-4 py-3 sm:px-8">
      <a href={localePath(locale, '/')} aria-label={text('home')} className="mr-auto rounded-control py-1 pr-2">
        <Wordmark />
      </a>
      <nav aria-label={text('navigation')} className="flex items-center gap-1">
        <a href={localePath(locale, '/pricing/')} className={quietLink}>
          {text('pricing')}
        </a>
        <LanguageMenu locale={locale} path={path} className="max-sm:hidden" />
        <a href={localePath(locale, '/sign-in/')} className="rounded-control px-3 py-2 text-sm hover:bg-sunken">
          {text('signIn')}
        </a>
        <a href={localePath(locale, '/sign-up/')} className={buttonClass({ look: 'quiet' })}>
          {text('createAccount')}
        </a>
      </nav>
    </header>
  );
}
