import { localePath, type Locale } from '@/i18n/locales';
import { messagesOf, translatorOf } from '@/i18n/catalogue';
import { LanguageLinks } from '@/ui/language-links';
import { SkipLink } from '@/ui/skip-link';
import { ThemeChoice } from '@/ui/theme-choice';
import { Wordmark } from '@/ui/bird-mark';
import { AuthForm } from './auth-form';
import { AuthSwitchLink } from './auth-switch-link';
import { SharedDevice } from './shared-device';
import type { AuthMode } from './use-auth-form';

/** The sign-up or sign-in page, with a link to the other one below its form. */
export function AuthPage({ mode, locale }: { mode: AuthMode; locale: Locale }) {
  const text = translatorOf(locale, 'auth');
  const messages = messagesOf(locale);
  const path = mode === 'signUp' ? '/sign-up/' : '/sign-in/';
  return (
    <AuthFrame locale={locale} path={path} title={text(`${mode}.title`)} lead={text(`${mode}.lead`)}>
      <AuthForm mode={mode} locale={locale} text={messages.auth} problems={messages.problems} />
      <SharedDevice label={text('shared')} hint={text('sharedHint')} />
      <p className="mt-8 border-t border-hairline pt-5 text-sm text-muted">
        {text(`${mode}.other`)}{' '}
        <AuthSwitchLink
          href={localePath(locale, mode === 'signUp' ? '/sign-in/' : '/sign-up/')}
          label={text(`${mode}.otherLink`)}
        />
      </p>
    </AuthFrame>
  );
}

interface AuthFrameProps {
  locale: Locale;
  path: string;
  title: string;
  lead: string;
  children: React.ReactNode;
}

/** A narrow column with a title, what it is for, and a form. */
export function AuthFrame({ locale, path, title, lead, children }: AuthFrameProps) {
  const { common } = messagesOf(locale);
  return (
    <div className="mx-auto flex min-h-dvh max-w-md flex-col px-4 py-6 sm:px-8">
      <SkipLink text={common.skip} />
      <header>
        <a href={localePath(locale, '/')} aria-label={common.home} className="inline-block rounded-control">
          <Wordmark />
        </a>
      </header>
      <main id="content" className="my-auto py-12">
        <h1 className="text-3xl">{title}</h1>
        <p className="mt-2 text-muted">{lead}</p>
        {children}
      </main>
      <footer className="flex items-center justify-between gap-4 text-sm">
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          <LanguageLinks locale={locale} path={path} className="link" />
        </div>
        <ThemeChoice text={common.theme} />
      </footer>
    </div>
  );
}
