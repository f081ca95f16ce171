import type { Metadata } from 'next';
import { ConsentQuestion } from '@/features/consents/consent-question';
import { pickMessages } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';
import { SignedIn } from '@/signed-in/signed-in';

const namespaces = ['common', 'problems', 'account', 'credits', 'billing', 'profiles', 'settings', 'start'] as const;

export const metadata: Metadata = { robots: { index: false } };

interface SignedInLayoutProps {
  params: Promise<{ locale: string }>;
  children: React.ReactNode;
}

/** The layout of everything that needs a session; only these pages load the query client. */
export default async function SignedInLayout({ params, children }: SignedInLayoutProps) {
  const locale = asLocale((await params).locale);
  return (
    <SignedIn locale={locale} messages={pickMessages(locale, namespaces)}>
      {children}
      <ConsentQuestion />
    </SignedIn>
  );
}
