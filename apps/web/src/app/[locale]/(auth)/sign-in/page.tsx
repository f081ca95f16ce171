import type { Metadata } from 'next';
import { AuthPage } from '@/features/auth/auth-page';
import { languageLinks } from '@/features/site/site-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface SignInProps {
  params: Promise<{ locale: string }>;
}

/** The page's title. */
export async function generateMetadata({ params }: SignInProps): Promise<Metadata> {
  const text = translatorOf(asLocale((await params).locale), 'auth.signIn');
  return { title: text('title'), alternates: languageLinks('/sign-in/') };
}

/** Signing in. */
export default async function SignInPage({ params }: SignInProps) {
  return <AuthPage mode="signIn" locale={asLocale((await params).locale)} />;
}
