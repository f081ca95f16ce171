import { localePath, type Locale } from '@/i18n/locales';
import { messagesOf, translatorOf } from '@/i18n/catalogue';
import { SkipLink } from '@/features/site/site-page';
import { OtherLanguages } from '@/features/site/site-header';
import { ThemeChoice } from '@/ui/theme-choice';
import { Wordmark } from '@/ui/bird-mark';
import { DoorForm } from './door-form';
import { OtherDoor } from './other-door';
import type { Door } from './use-door';

/** The page of a door: a narrow column with the form, and the other door below it. */
export function DoorPage({ door, locale }: { door: Door; locale: Locale }) {
  const text = translatorOf(locale, 'door');
  const messages = messagesOf(locale);
  const path = door === 'signUp' ? '/sign-up/' : '/sign-in/';
  return (
    <div className="mx-auto flex min-h-dvh max-w-md flex-col px-4 py-6 sm:px-8">
      <SkipLink locale={locale} />
      <header>
        <a
          href={localePath(locale, '/')}
          aria-label={translatorOf(locale, 'common')('home')}
          className="inline-block rounded-control"
        >
          <Wordmark />
        </a>
      </header>
      <main id="content" className="my-auto py-12">
        <h1 className="text-3xl">{text(`${door}.title`)}</h1>
        <p className="mt-2 text-muted">{text(`${door}.lead`)}</p>
        <DoorForm door={door} locale={locale} text={messages.door} problems={messages.problems} />
        <p className="mt-8 border-t border-hairline pt-5 text-sm text-muted">
          {text(`${door}.other`)}{' '}
          <OtherDoor
            href={localePath(locale, door === 'signUp' ? '/sign-in/' : '/sign-up/')}
            label={text(`${door}.otherLink`)}
          />
        </p>
      </main>
      <footer className="flex items-center justify-between gap-4 text-sm">
        <OtherLanguages locale={locale} path={path} className="link" />
        <ThemeChoice text={messages.common.theme} />
      </footer>
    </div>
  );
}
