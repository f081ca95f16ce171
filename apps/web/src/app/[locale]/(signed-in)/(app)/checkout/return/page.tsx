import type { Metadata } from 'next';
import { CheckoutReturn } from '@/features/billing/checkout-return';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

/** The page's title. */
export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  return { title: translatorOf(asLocale((await params).locale), 'billing.return')('waiting') };
}

/** Where the payment provider sends buyers back to. */
export default function CheckoutReturnPage() {
  return <CheckoutReturn />;
}
