import type { Metadata } from 'next';
import { AuthPage } from '@/features/auth/auth-page';
import { languageLinks } from '@/features/site/site-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface SignUpProps {
  params: Promise<{ locale: string }>;
}

/** The page's title. */
export async function generateMetadata({ params }: SignUpProps): Promise<Metadata> {
  const text = translatorOf(asLocale((await params).locale), 'auth.signUp');
  return { title: text('title'), alternates: languageLinks('/sign-up/') };
}

/** Creating an account. */
export default async function SignUpPage({ params }: SignUpProps) {
  return <AuthPage mode="signUp" locale={asLocale((await params).locale)} />;
}
