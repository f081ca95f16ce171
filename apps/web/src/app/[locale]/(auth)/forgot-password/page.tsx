import type { Metadata } from 'next';
import { AuthFrame } from '@/features/auth/auth-page';
import { ForgotPassword } from '@/features/auth/forgot-password';
import { messagesOf, translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface ForgotPasswordProps {
  params: Promise<{ locale: string }>;
}

/** The page's title; search engines leave it out. */
export async function generateMetadata({ params }: ForgotPasswordProps): Promise<Metadata> {
  return {
    title: translatorOf(asLocale((await params).locale), 'auth.forgot')('title'),
    robots: { index: false },
    referrer: 'no-referrer',
  };
}

/** Asking for a new password. */
export default async function ForgotPasswordPage({ params }: ForgotPasswordProps) {
  const locale = asLocale((await params).locale);
  const { auth, problems } = messagesOf(locale);
  return (
    <AuthFrame locale={locale} path="/forgot-password/" title={auth.forgot.title} lead={auth.forgot.lead}>
      <ForgotPassword locale={locale} text={auth} problems={problems} />
    </AuthFrame>
  );
}
