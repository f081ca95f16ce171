'use client';

import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Statistics } from '@/lib/api/types';
import { formatDate, formatNumber } from '@/lib/format';
import { Cell, Row, Table } from '@/ui/table';

/** The days in numbers, latest first: what the chart shows, for those who cannot see it or want to know exactly. */
export function DayTable({ days }: { days: Statistics['days'] }) {
  const text = useTranslations('statistics');
  const locale = useSiteLocale();
  const columns = [
    { title: text('chart.day') },
    { title: text('views'), number: true },
    { title: text('downloads'), number: true },
  ];
  return (
    <details className="mt-6">
      <summary className="w-fit rounded-control text-sm text-muted hover:text-ink">{text('chart.table')}</summary>
      <Table caption={text('chart.table')} columns={columns} className="mt-3 max-w-lg">
        {days.toReversed().map(({ date, views, downloads }) => (
          <Row key={date}>
            <Cell heading>{formatDate(locale, date)}</Cell>
            <Cell number>{formatNumber(locale, views)}</Cell>
            <Cell number>{formatNumber(locale, downloads)}</Cell>
          </Row>
        ))}
      </Table>
    </details>
  );
}
