'use client';

import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { formatDate } from '@/lib/format';
import { DayBars } from '@/ui/chart/day-bars';
import { useRecentEntries } from './api/list-entries';
import { spentByDay } from './spent-by-day';

/** How many days the chart shows. */
export const chartDays = 30;

/** What was spent on each of the last thirty days; nothing where nothing was. */
export function SpendingChart() {
  const text = useTranslations('credits.use');
  const locale = useSiteLocale();
  const entries = useRecentEntries(chartDays);
  if (!entries.data) return null;
  const spent = spentByDay(entries.data, chartDays, entries.dataUpdatedAt);
  const count = spent.reduce((sum, day) => sum + day.count, 0);
  if (count === 0) return null;
  const max = spent.reduce((a, b) => (b.count > a.count ? b : a));
  const named = (date: string | undefined) => (date ? formatDate(locale, date) : '');
  const range = { from: named(spent[0]?.date), to: named(spent.at(-1)?.date) };
  return (
    <section className="mt-12" aria-labelledby="spending">
      <div className="mb-5 flex flex-wrap items-baseline gap-x-3">
        <h2 id="spending" className="text-2xl">
          {text('title', { days: chartDays })}
        </h2>
        <p className="figures text-muted">{text('total', { count })}</p>
      </div>
      <DayBars
        days={spent}
        locale={locale}
        low
        title={text('title', { days: chartDays })}
        description={text('description', { ...range, count, day: named(max.date), max: max.count })}
      />
    </section>
  );
}
