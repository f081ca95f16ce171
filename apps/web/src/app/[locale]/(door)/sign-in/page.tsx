import type { Metadata } from 'next';
import { DoorPage } from '@/features/door/door-page';
import { languageLinks } from '@/features/site/site-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface SignInProps {
  params: Promise<{ locale: string }>;
}

/** The page's title. */
export async function generateMetadata({ params }: SignInProps): Promise<Metadata> {
  const text = translatorOf(asLocale((await params).locale), 'door.signIn');
  return { title: text('title'), alternates: languageLinks('/sign-in/') };
}

/** Signing in. */
export default async function SignInPage({ params }: SignInProps) {
  return <DoorPage door="signIn" locale={asLocale((await params).locale)} />;
}
