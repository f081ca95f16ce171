'use client';

import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Payment } from '@/lib/api/types';
import { formatDay, formatSigned } from '@/lib/format';
import { Button } from '@/ui/button';
import { Money } from '@/ui/money';
import { Cell, Row, Table } from '@/ui/table';
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
  const columns = [
    { title: text('date') },
    { title: text('what') },
    { title: text('credits'), number: true },
    { title: text('amount'), number: true },
  ];
  return (
    <Table caption={text('caption')} columns={columns}>
      {lines.map((payment) => (
        <Row key={payment.id}>
          <Cell className="whitespace-nowrap text-muted">{formatDay(locale, payment.paidAt)}</Cell>
          <Cell>{paymentText(payment)}</Cell>
          <Cell number>{formatSigned(locale, payment.credits)}</Cell>
          <Cell number>
            <Money amount={payment.amount.amount} locale={locale} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
