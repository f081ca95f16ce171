import type { Metadata } from 'next';
import { AuthFrame } from '@/features/auth/auth-page';
import { Invitation } from '@/features/auth/invitation/invitation';
import { messagesOf, translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface InvitationProps {
  params: Promise<{ locale: string }>;
}

/** The page's title; search engines leave it out. */
export async function generateMetadata({ params }: InvitationProps): Promise<Metadata> {
  return {
    title: translatorOf(asLocale((await params).locale), 'auth.invitation')('title'),
    robots: { index: false },
    referrer: 'no-referrer',
  };
}

/** Accepting an invitation to an organisation: `/invitation/#token=…`. */
export default async function InvitationPage({ params }: InvitationProps) {
  const locale = asLocale((await params).locale);
  const { auth, problems } = messagesOf(locale);
  const { title, lead } = auth.invitation;
  return (
    <AuthFrame locale={locale} path="/invitation/" title={title} lead={lead}>
      <Invitation locale={locale} text={auth} problems={problems} />
    </AuthFrame>
  );
}
