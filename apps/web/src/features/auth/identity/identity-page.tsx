import { messagesOf } from '@/i18n/catalogue';
import type { Locale } from '@/i18n/locales';
import type { IdentityProvider } from '../api/identity';
import { AuthFrame } from '../auth-page';
import { IdentityReturn } from './identity-return';

/** The page to which a provider sends the browser back. */
export function IdentityPage({ provider, locale }: { provider: IdentityProvider; locale: Locale }) {
  const { auth, problems } = messagesOf(locale);
  const { title, lead } = auth.identity;
  return (
    <AuthFrame locale={locale} path={`/sign-in/${provider}/`} title={title} lead={lead}>
      <IdentityReturn provider={provider} locale={locale} text={auth} problems={problems} />
    </AuthFrame>
  );
}
