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
  return (
    <table className="figures w-full text-sm">
      <caption className="sr-only">{text('caption')}</caption>
      <thead>
        <tr className="border-b border-ink text-left text-xs text-muted">
          <th className="py-2 pr-4 font-medium max-sm:hidden">{text('date')}</th>
          <th className="py-2 pr-4 font-medium">{text('what')}</th>
          <th className="py-2 pr-4 text-right font-medium">{text('amount')}</th>
          <th className="py-2 text-right font-medium">{text('balance')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} className="border-b border-hairline align-baseline">
            <td className="py-3 pr-4 whitespace-nowrap text-muted max-sm:hidden">
              {formatMoment(locale, line.effectiveAt)}
            </td>
            <td className="py-3 pr-4">
              {entryText(line)}
              <span className="block text-xs text-muted sm:hidden">{formatMoment(locale, line.effectiveAt)}</span>
            </td>
            <td className="py-3 pr-4 text-right">
              <CreditAmount amount={line.amount} locale={locale} />
            </td>
            <td className="py-3 text-right">{formatNumber(locale, line.balanceAfter)}</td>
          </tr>
        ))}
      </tbody>
    </table>
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
