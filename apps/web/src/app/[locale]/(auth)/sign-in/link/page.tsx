import type { Metadata } from 'next';
import { AuthFrame } from '@/features/auth/auth-page';
import { LinkSignIn } from '@/features/auth/link-sign-in';
import { messagesOf, translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface SignInLinkProps {
  params: Promise<{ locale: string }>;
}

/** The page's title; search engines leave it out. */
export async function generateMetadata({ params }: SignInLinkProps): Promise<Metadata> {
  return {
    title: translatorOf(asLocale((await params).locale), 'auth.link')('title'),
    robots: { index: false },
    referrer: 'no-referrer',
  };
}

/** Signing in with a mailed link: `/sign-in/link/#token=…`. */
export default async function SignInLinkPage({ params }: SignInLinkProps) {
  const locale = asLocale((await params).locale);
  const { auth, problems } = messagesOf(locale);
  return (
    <AuthFrame locale={locale} path="/sign-in/link/" title={auth.link.title} lead={auth.link.lead}>
      <LinkSignIn locale={locale} text={auth} problems={problems} />
    </AuthFrame>
  );
}
