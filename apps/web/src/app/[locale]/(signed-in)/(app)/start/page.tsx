import type { Metadata } from 'next';
import { StartView } from '@/features/start/start-view';
import { pickMessages, translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';
import { MoreMessages } from '@/signed-in/more-messages';

/** The page's title. */
export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  return { title: translatorOf(asLocale((await params).locale), 'start')('title') };
}

/** The first page after sign-up. */
export default async function StartPage({ params }: { params: Promise<{ locale: string }> }) {
  return (
    <MoreMessages messages={pickMessages(asLocale((await params).locale), ['editor'])}>
      <StartView />
    </MoreMessages>
  );
}
