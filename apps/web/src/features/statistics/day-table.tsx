'use client';

import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Statistics } from '@/lib/api/types';
import { formatDate, formatNumber } from '@/lib/format';

/** The days in numbers, latest first: what the chart shows, for those who cannot see it or want to know exactly. */
export function DayTable({ days }: { days: Statistics['days'] }) {
  const text = useTranslations('statistics');
  const locale = useSiteLocale();
  return (
    <details className="mt-6">
      <summary className="w-fit rounded-control text-sm text-muted hover:text-ink">{text('chart.table')}</summary>
      <table className="figures mt-3 w-full max-w-lg text-sm">
        <caption className="sr-only">{text('chart.table')}</caption>
        <thead>
          <tr className="border-b border-ink text-xs text-muted">
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {text('chart.day')}
            </th>
            <th scope="col" className="py-2 pr-4 text-right font-medium">
              {text('views')}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              {text('downloads')}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map(({ date, views, downloads }) => (
            <tr key={date} className="border-b border-hairline">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {formatDate(locale, date)}
              </th>
              <td className="py-1.5 pr-4 text-right">{formatNumber(locale, views)}</td>
              <td className="py-1.5 text-right">{formatNumber(locale, downloads)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
