import type { Metadata } from 'next';
import { BillingView } from '@/features/billing/billing-view';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

/** The page's title. */
export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  return { title: translatorOf(asLocale((await params).locale), 'billing')('title') };
}

/** Plan and payments. */
export default function BillingPage() {
  return <BillingView />;
}
