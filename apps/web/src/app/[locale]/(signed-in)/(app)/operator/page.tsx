import type { Metadata } from 'next';
import { MoreMessages } from '@/signed-in/more-messages';
import { OperatorView } from '@/features/operator/operator-view';
import { pickMessages, translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface OperatorProps {
  params: Promise<{ locale: string }>;
}

/** The page's title. */
export async function generateMetadata({ params }: OperatorProps): Promise<Metadata> {
  return { title: translatorOf(asLocale((await params).locale), 'operator')('title') };
}

/** Accounts of others, for operators. */
export default async function OperatorPage({ params }: OperatorProps) {
  return (
    <MoreMessages messages={pickMessages(asLocale((await params).locale), ['operator'])}>
      <OperatorView />
    </MoreMessages>
  );
}
