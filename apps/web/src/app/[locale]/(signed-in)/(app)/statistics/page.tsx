import type { Metadata } from 'next';
import { MoreMessages } from '@/signed-in/more-messages';
import { StatisticsView } from '@/features/statistics/statistics-view';
import { pickMessages, translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface StatisticsProps {
  params: Promise<{ locale: string }>;
}

/** The page's title. */
export async function generateMetadata({ params }: StatisticsProps): Promise<Metadata> {
  return { title: translatorOf(asLocale((await params).locale), 'statistics')('title') };
}

/** How a page does; the profile is named in the query: `/statistics/?profile=ID`. */
export default async function StatisticsPage({ params }: StatisticsProps) {
  return (
    <MoreMessages messages={pickMessages(asLocale((await params).locale), ['statistics'])}>
      <StatisticsView />
    </MoreMessages>
  );
}
