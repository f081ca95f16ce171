'use client';

import { Download } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import type { Entry } from '@/lib/api/types';
import { formatMoment, formatNumber } from '@/lib/format';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { CreditAmount } from '@/ui/money';
import { SkeletonLines } from '@/ui/skeleton';
import { Cell, Row, Table } from '@/ui/table';
import { useDownloadEntries } from './api/download-entries';
import { useEntries } from './api/list-entries';
import { useEntryText } from './entry-text';

/** The statement, page by page, with the files of the whole of it. */
export function Statement() {
  const text = useTranslations('credits.statement');
  const common = useTranslations('common');
  const entries = useEntries();
  const lines = entries.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section className="mt-12" aria-labelledby="statement">
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <h2 id="statement" className="mr-auto text-2xl max-sm:w-full">
          {text('title')}
        </h2>
        {lines.length > 0 && <StatementFiles />}
      </div>
      {entries.isPending && <SkeletonLines lines={6} label={common('loading')} />}
      {entries.error && <LoadFailure error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.data && lines.length === 0 && <EmptyStatement />}
      {lines.length > 0 && <StatementTable lines={lines} />}
      {entries.hasNextPage && (
        <Button className="mt-6" busy={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
          {common('more')}
        </Button>
      )}
    </section>
  );
}

function StatementFiles() {
  const text = useTranslations('credits.statement');
  const save = useDownloadEntries();
  return (['csv', 'json'] as const).map((format) => (
    <Button key={format} size="small" busy={save.isPending} onClick={() => save.mutate(format)}>
      <Download aria-hidden size={16} strokeWidth={1.5} />
      {text(format)}
    </Button>
  ));
}

function StatementTable({ lines }: { lines: Entry[] }) {
  const text = useTranslations('credits.statement');
  const locale = useSiteLocale();
  const entryText = useEntryText();
  const columns = [
    { title: text('date'), className: 'max-sm:hidden' },
    { title: text('what') },
    { title: text('amount'), number: true },
    { title: text('balance'), number: true },
  ];
  return (
    <Table caption={text('caption')} columns={columns}>
      {lines.map((line) => (
        <Row key={line.id}>
          <Cell className="whitespace-nowrap text-muted max-sm:hidden">{formatMoment(locale, line.effectiveAt)}</Cell>
          <Cell>
            {entryText(line)}
            <span className="block text-xs text-muted sm:hidden">{formatMoment(locale, line.effectiveAt)}</span>
          </Cell>
          <Cell number>
            <CreditAmount amount={line.amount} locale={locale} />
          </Cell>
          <Cell number>{formatNumber(locale, line.balanceAfter)}</Cell>
        </Row>
      ))}
    </Table>
  );
}

function EmptyStatement() {
  const text = useTranslations('credits.statement');
  const locale = useSiteLocale();
  return (
    <EmptyState
      title={text('emptyTitle')}
      action={
        <Button asChild look="main">
          <Link href={localePath(locale, '/plans/')}>{text('choosePlan')}</Link>
        </Button>
      }
    >
      {text('empty')}
    </EmptyState>
  );
}
