import type { Metadata } from 'next';
import { ProfilesList } from '@/features/profiles/profiles-list';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

/** The page's title. */
export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  return { title: translatorOf(asLocale((await params).locale), 'profiles')('title') };
}

/** The profiles of the tenant. */
export default function ProfilesPage() {
  return <ProfilesList />;
}
