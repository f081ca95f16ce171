import type { Metadata } from 'next';
import { AuthFrame } from '@/features/auth/auth-page';
import { EmailChangeLink } from '@/features/auth/email-change-link';
import { messagesOf, translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface ChangeEmailProps {
  params: Promise<{ locale: string }>;
}

/** The page's title; search engines leave it out. */
export async function generateMetadata({ params }: ChangeEmailProps): Promise<Metadata> {
  return {
    title: translatorOf(asLocale((await params).locale), 'auth.changeEmail')('title'),
    robots: { index: false },
    referrer: 'no-referrer',
  };
}

/** Confirming a new address with a mailed link: `/change-email/#token=…`. */
export default async function ChangeEmailPage({ params }: ChangeEmailProps) {
  const locale = asLocale((await params).locale);
  const { auth, problems } = messagesOf(locale);
  const { title, lead } = auth.changeEmail;
  return (
    <AuthFrame locale={locale} path="/change-email/" title={title} lead={lead}>
      <EmailChangeLink task="changeEmail" locale={locale} text={auth} problems={problems} />
    </AuthFrame>
  );
}
