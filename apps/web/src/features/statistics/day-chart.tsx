'use client';

import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Statistics } from '@/lib/api/types';
import { formatDate } from '@/lib/format';
import { DayBars } from '@/ui/chart/day-bars';

/** The views of each day as bars; the table below says the same. */
export function DayChart({ days }: { days: Statistics['days'] }) {
  const text = useTranslations('statistics.chart');
  const locale = useSiteLocale();
  const most = days.reduce((best, day) => (day.views > best.views ? day : best), { date: '', views: -1 });
  const named = (date: string | undefined) => (date ? formatDate(locale, date) : '');
  const total = days.reduce((sum, { views }) => sum + views, 0);
  const range = { from: named(days[0]?.date), to: named(days.at(-1)?.date) };
  return (
    <figure className="mt-10">
      <figcaption className="mb-3 text-xl font-title font-medium">{text('title')}</figcaption>
      <DayBars
        days={days.map(({ date, views }) => ({ date, count: views }))}
        locale={locale}
        title={text('title')}
        description={text('description', { ...range, views: total, day: named(most.date), most: most.views })}
      />
    </figure>
  );
}
