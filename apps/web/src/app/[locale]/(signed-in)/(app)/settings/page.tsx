import type { Metadata } from 'next';
import { SettingsView } from '@/features/settings/settings-view';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

/** The page's title. */
export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  return { title: translatorOf(asLocale((await params).locale), 'settings')('title') };
}

/** Account, language, appearance, session. */
export default function SettingsPage() {
  return <SettingsView />;
}
