import type { Metadata } from 'next';
import { AuthFrame } from '@/features/auth/auth-page';
import { ResetPassword } from '@/features/auth/reset-password';
import { messagesOf, translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface ResetPasswordProps {
  params: Promise<{ locale: string }>;
}

/** The page's title; search engines leave it out. */
export async function generateMetadata({ params }: ResetPasswordProps): Promise<Metadata> {
  return {
    title: translatorOf(asLocale((await params).locale), 'auth.reset')('title'),
    robots: { index: false },
    referrer: 'no-referrer',
  };
}

/** Choosing a new password with a mailed link: `/reset-password/#token=…`. */
export default async function ResetPasswordPage({ params }: ResetPasswordProps) {
  const locale = asLocale((await params).locale);
  const { auth, problems } = messagesOf(locale);
  return (
    <AuthFrame locale={locale} path="/reset-password/" title={auth.reset.title} lead={auth.reset.lead}>
      <ResetPassword locale={locale} text={auth} problems={problems} />
    </AuthFrame>
  );
}
