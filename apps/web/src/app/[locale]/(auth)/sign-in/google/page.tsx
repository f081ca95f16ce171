import type { Metadata } from 'next';
import { IdentityPage } from '@/features/auth/identity/identity-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface ReturnProps {
  params: Promise<{ locale: string }>;
}

/** The page's title; search engines leave it out. */
export async function generateMetadata({ params }: ReturnProps): Promise<Metadata> {
  return {
    title: translatorOf(asLocale((await params).locale), 'auth.identity')('title'),
    robots: { index: false },
    referrer: 'no-referrer',
  };
}

/** Coming back from Google. */
export default async function ReturnPage({ params }: ReturnProps) {
  return <IdentityPage provider="google" locale={asLocale((await params).locale)} />;
}
