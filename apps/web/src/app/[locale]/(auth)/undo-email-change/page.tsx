import type { Metadata } from 'next';
import { AuthFrame } from '@/features/auth/auth-page';
import { EmailChangeLink } from '@/features/auth/email-change-link';
import { messagesOf, translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface UndoEmailChangeProps {
  params: Promise<{ locale: string }>;
}

/** The page's title; search engines leave it out. */
export async function generateMetadata({ params }: UndoEmailChangeProps): Promise<Metadata> {
  return {
    title: translatorOf(asLocale((await params).locale), 'auth.undoEmailChange')('title'),
    robots: { index: false },
    referrer: 'no-referrer',
  };
}

/** Undoing a change of the address with a mailed link: `/undo-email-change/#token=…`. */
export default async function UndoEmailChangePage({ params }: UndoEmailChangeProps) {
  const locale = asLocale((await params).locale);
  const { auth, problems } = messagesOf(locale);
  const { title, lead } = auth.undoEmailChange;
  return (
    <AuthFrame locale={locale} path="/undo-email-change/" title={title} lead={lead}>
      <EmailChangeLink task="undoEmailChange" locale={locale} text={auth} problems={problems} />
    </AuthFrame>
  );
}
