import type { Metadata } from 'next';
import { AuthFrame } from '@/features/auth/auth-page';
import { VerifyEmail } from '@/features/auth/verify-email';
import { messagesOf, translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface VerifyEmailProps {
  params: Promise<{ locale: string }>;
}

/** The page's title; search engines leave it out. */
export async function generateMetadata({ params }: VerifyEmailProps): Promise<Metadata> {
  return {
    title: translatorOf(asLocale((await params).locale), 'auth.verify')('title'),
    robots: { index: false },
    referrer: 'no-referrer',
  };
}

/** Verifying an address with a mailed link: `/verify-email/#token=…`. */
export default async function VerifyEmailPage({ params }: VerifyEmailProps) {
  const locale = asLocale((await params).locale);
  const { auth, problems } = messagesOf(locale);
  return (
    <AuthFrame locale={locale} path="/verify-email/" title={auth.verify.title} lead={auth.verify.lead}>
      <VerifyEmail locale={locale} text={auth} problems={problems} />
    </AuthFrame>
  );
}
