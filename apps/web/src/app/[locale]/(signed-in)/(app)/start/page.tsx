import type { Metadata } from 'next';
import { StartView } from '@/features/start/start-view';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

/** The page's title. */
export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  return { title: translatorOf(asLocale((await params).locale), 'start')('title') };
}

/** The first page after sign-up. */
export default function StartPage() {
  return <StartView />;
}
