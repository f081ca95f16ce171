'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { formatDay, formatNumber } from '@/lib/format';
import { Button } from '@/ui/button';
import { Cell, Row, Table } from '@/ui/table';
import { type UnmatchedPayment, useUnmatchedPayments } from './api/payments';
import { type MoneyAct, MoneyDialog } from './money-dialog';

/** The money of all tenants that bought nothing; nothing while there is none, or before a code was given in this session. */
export function UnmatchedPayments() {
  const text = useTranslations('operator.money');
  const common = useTranslations('common');
  const [act, setAct] = useState<MoneyAct | null>(null);
  const payments = useUnmatchedPayments();
  const lines = payments.data?.pages.flatMap((page) => page.payments) ?? [];
  if (lines.length === 0) return null;
  const columns = [
    { title: text('paid') },
    { title: text('what') },
    { title: text('amount'), number: true },
    { title: text('refund') },
  ];
  return (
    <section aria-labelledby="unmatched">
      <h2 id="unmatched" className="mb-4 text-2xl">
        {text('unmatched')}
      </h2>
      <Table labelledBy="unmatched" columns={columns}>
        {lines.map((payment) => (
          <UnmatchedRow key={payment.id} payment={payment} onAct={setAct} />
        ))}
      </Table>
      {payments.hasNextPage && (
        <Button className="mt-6" busy={payments.isFetchingNextPage} onClick={() => void payments.fetchNextPage()}>
          {common('more')}
        </Button>
      )}
      {act && <MoneyDialog key={act.subject} act={act} onClose={() => setAct(null)} />}
    </section>
  );
}

function UnmatchedRow({ payment, onAct }: { payment: UnmatchedPayment; onAct: (act: MoneyAct) => void }) {
  const text = useTranslations('operator.money');
  const locale = useSiteLocale();
  const { id, tenantId, provider, providerPaymentId, amount, currency, reason, paidAt } = payment;
  const price = `${currency} ${formatNumber(locale, amount / 100)}`;
  const about = { tenantId, subject: id, title: `${provider} ${providerPaymentId}`, maximum: amount };
  return (
    <Row>
      <Cell className="whitespace-nowrap text-muted">{formatDay(locale, paidAt)}</Cell>
      <Cell>
        {text(`reasons.${reason}`)}
        <span className="block font-mono text-xs break-all text-muted">{about.title}</span>
        <span className="block font-mono text-xs break-all text-muted">{tenantId}</span>
      </Cell>
      <Cell number>{price}</Cell>
      <Cell>
        <span className="flex flex-wrap gap-2">
          <Button
            size="small"
            aria-label={`${text('refund')}: ${about.title}`}
            onClick={() => onAct({ ...about, kind: 'refund', hint: text('atMost', { amount: price }) })}
          >
            {text('refund')}
          </Button>
          <Button
            size="small"
            aria-label={`${text('explain')}: ${about.title}`}
            onClick={() => onAct({ ...about, kind: 'explain' })}
          >
            {text('explain')}
          </Button>
        </span>
      </Cell>
    </Row>
  );
}
