import type { Metadata } from 'next';
import { OfflinePage } from '@/features/site/offline-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface OfflineProps {
  params: Promise<{ locale: string }>;
}

/** The page's title. */
export async function generateMetadata({ params }: OfflineProps): Promise<Metadata> {
  const text = translatorOf(asLocale((await params).locale), 'common.offline');
  return { title: text('title'), robots: { index: false } };
}

/** What `offline-worker.js` shows in place of a page that cannot be had. */
export default async function Offline({ params }: OfflineProps) {
  return <OfflinePage locale={asLocale((await params).locale)} />;
}
