'use client';

import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Payment } from '@/lib/api/types';
import { formatDay, formatSigned } from '@/lib/format';
import { Button } from '@/ui/button';
import { Money } from '@/ui/money';
import { usePayments } from './api/list-payments';
import { usePaymentText } from './payment-text';

/** Payments, newest first. */
export function Payments() {
  const text = useTranslations('billing.payments');
  const common = useTranslations('common');
  const payments = usePayments();
  const lines = payments.data?.pages.flatMap((page) => page.payments) ?? [];
  return (
    <section className="mt-12" aria-labelledby="payments">
      <h2 id="payments" className="mb-4 text-2xl">
        {text('title')}
      </h2>
      {payments.error && <LoadFailure error={payments.error} onRetry={() => void payments.refetch()} />}
      {payments.data && lines.length === 0 && <p className="text-muted">{text('empty')}</p>}
      {lines.length > 0 && <PaymentTable lines={lines} />}
      {payments.hasNextPage && (
        <Button className="mt-6" busy={payments.isFetchingNextPage} onClick={() => void payments.fetchNextPage()}>
          {common('more')}
        </Button>
      )}
    </section>
  );
}

function PaymentTable({ lines }: { lines: Payment[] }) {
  const text = useTranslations('billing.payments');
  const locale = useSiteLocale();
  const paymentText = usePaymentText();
  return (
    <table className="figures w-full text-sm">
      <caption className="sr-only">{text('caption')}</caption>
      <thead>
        <tr className="border-b border-ink text-left text-xs text-muted">
          <th className="py-2 pr-4 font-medium">{text('date')}</th>
          <th className="py-2 pr-4 font-medium">{text('what')}</th>
          <th className="py-2 pr-4 text-right font-medium">{text('credits')}</th>
          <th className="py-2 text-right font-medium">{text('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((payment) => (
          <tr key={payment.id} className="border-b border-hairline align-baseline">
            <td className="py-3 pr-4 whitespace-nowrap text-muted">{formatDay(locale, payment.paidAt)}</td>
            <td className="py-3 pr-4">{paymentText(payment)}</td>
            <td className="py-3 pr-4 text-right">{formatSigned(locale, payment.credits)}</td>
            <td className="py-3 text-right">
              <Money amount={payment.amount.amount} locale={locale} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
