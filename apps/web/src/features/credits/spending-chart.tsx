'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { fetchEntriesSince } from '@/lib/api/credits';
import { formatDate } from '@/lib/format';
import { queryKeys } from '@/lib/query-keys';
import { DayBars } from '@/ui/day-bars';
import { spentByDay } from './spent-by-day';

const days = 30;

/** What was spent on each of the last thirty days; nothing where nothing was. */
export function SpendingChart() {
  const text = useTranslations('credits.use');
  const locale = useSiteLocale();
  const entries = useQuery({
    queryKey: queryKeys.recentEntries,
    queryFn: () => fetchEntriesSince(Date.now() - days * 86_400_000),
  });
  if (!entries.data) return null;
  const spent = spentByDay(entries.data, days, entries.dataUpdatedAt);
  const count = spent.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return null;
  const most = spent.reduce((best, one) => (one.count > best.count ? one : best));
  const named = (date: string | undefined) => (date ? formatDate(locale, date) : '');
  const range = { from: named(spent[0]?.date), to: named(spent.at(-1)?.date) };
  return (
    <section className="mt-12" aria-labelledby="spending">
      <div className="mb-5 flex flex-wrap items-baseline gap-x-3">
        <h2 id="spending" className="text-2xl">
          {text('title', { days })}
        </h2>
        <p className="figures text-muted">{text('total', { count })}</p>
      </div>
      <DayBars
        days={spent}
        locale={locale}
        low
        title={text('title', { days })}
        description={text('description', { ...range, count, day: named(most.date), most: most.count })}
      />
    </section>
  );
}
