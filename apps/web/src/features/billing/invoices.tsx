'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Invoice } from '@/lib/api/types';
import { formatDay } from '@/lib/format';
import { Button, IconButton } from '@/ui/button';
import { Money } from '@/ui/money';
import { showToast } from '@/ui/overlay/toast-store';
import { Cell, Row, Table } from '@/ui/table';
import { useDownloadInvoice } from './api/download-invoice';
import { useInvoices } from './api/list-invoices';

/** Invoices and credit notes, newest first, each as PDF. */
export function Invoices() {
  const text = useTranslations('billing.invoices');
  const common = useTranslations('common');
  const invoices = useInvoices();
  const lines = invoices.data?.pages.flatMap((page) => page.invoices) ?? [];
  return (
    <section className="mt-12" aria-labelledby="invoices">
      <h2 id="invoices" className="mb-4 text-2xl">
        {text('title')}
      </h2>
      {invoices.error && <LoadFailure error={invoices.error} onRetry={() => void invoices.refetch()} />}
      {invoices.data && lines.length === 0 && <p className="text-muted">{text('empty')}</p>}
      {lines.length > 0 && <InvoiceTable lines={lines} />}
      {invoices.hasNextPage && (
        <Button className="mt-6" busy={invoices.isFetchingNextPage} onClick={() => void invoices.fetchNextPage()}>
          {common('more')}
        </Button>
      )}
    </section>
  );
}

function InvoiceTable({ lines }: { lines: Invoice[] }) {
  const text = useTranslations('billing.invoices');
  const locale = useSiteLocale();
  const problemText = useProblemText();
  const download = useDownloadInvoice((error) => showToast({ tone: 'bad', message: problemText(error) }));
  const columns = [
    { title: text('date') },
    { title: text('number') },
    { title: text('tax'), number: true, className: 'max-sm:hidden' },
    { title: text('amount'), number: true },
    { title: text('file'), number: true },
  ];
  return (
    <Table caption={text('caption')} columns={columns}>
      {lines.map((invoice) => (
        <Row key={invoice.id}>
          <Cell className="whitespace-nowrap text-muted">{formatDay(locale, invoice.issuedAt)}</Cell>
          <Cell>
            {text(invoice.kind)} <span className="block text-xs text-muted">{invoice.number}</span>
          </Cell>
          <Cell number className="max-sm:hidden">
            <Money amount={invoice.tax.amount} locale={locale} />
          </Cell>
          <Cell number>
            <Money amount={invoice.amount.amount} locale={locale} />
          </Cell>
          <Cell number>
            <IconButton
              label={text('download', { number: invoice.number })}
              disabled={download.isPending}
              onClick={() => download.mutate(invoice)}
            >
              <Download aria-hidden size={18} strokeWidth={1.5} />
            </IconButton>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
