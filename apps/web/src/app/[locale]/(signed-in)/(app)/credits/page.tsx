import type { Metadata } from 'next';
import { CreditsView } from '@/features/credits/credits-view';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

/** The page's title. */
export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  return { title: translatorOf(asLocale((await params).locale), 'credits')('title') };
}

/** Balance, expiry, statement and top-up. */
export default function CreditsPage() {
  return <CreditsView />;
}
