import type { Metadata } from 'next';
import { PlanChoice } from '@/features/billing/plan-choice';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

/** The page's title. */
export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  return { title: translatorOf(asLocale((await params).locale), 'billing.plans')('title') };
}

/** Choosing and buying a plan. */
export default function PlansPage() {
  return <PlanChoice />;
}
