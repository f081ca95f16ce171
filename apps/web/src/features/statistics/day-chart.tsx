'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/features/session/use-site-locale';
import type { Statistics } from '@/lib/api/types';
import { formatDate, formatNumber } from '@/lib/format';
import { topOf } from './chart-scale';

const step = 10;
const width = 7;
const height = 100;

/** The views of each day as bars. The drawing stretches, so its words stand around it; the table below says the same. */
export function DayChart({ days }: { days: Statistics['days'] }) {
  const text = useTranslations('statistics.chart');
  const locale = useSiteLocale();
  const top = topOf(days.map(({ views }) => views));
  const label = (date: string | undefined) => (date === undefined ? '' : formatDate(locale, date));
  return (
    <figure className="mt-10">
      <figcaption className="mb-3 text-xl font-title font-medium">{text('title')}</figcaption>
      <div className="figures grid grid-cols-[auto_1fr] gap-x-2 text-xs text-muted">
        <div aria-hidden className="flex flex-col justify-between text-right">
          <span className="-mt-2">{formatNumber(locale, top)}</span>
          <span className="-mb-2">0</span>
        </div>
        <Bars days={days} top={top} />
        <span />
        <div aria-hidden className="mt-1.5 flex justify-between">
          <span>{label(days[0]?.date)}</span>
          <span>{label(days.at(-1)?.date)}</span>
        </div>
      </div>
    </figure>
  );
}

function Bars({ days, top }: { days: Statistics['days']; top: number }) {
  const text = useTranslations('statistics.chart');
  const locale = useSiteLocale();
  const id = useId();
  const most = days.reduce((best, day) => (day.views > best.views ? day : best), { date: '', views: -1 });
  const named = (date: string | undefined) => (date ? formatDate(locale, date) : '');
  const total = days.reduce((sum, { views }) => sum + views, 0);
  const range = { from: named(days[0]?.date), to: named(days.at(-1)?.date) };
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      viewBox={`0 0 ${days.length * step} ${height}`}
      preserveAspectRatio="none"
      className="h-44 w-full overflow-visible"
    >
      <title id={`${id}-title`}>{text('title')}</title>
      <desc id={`${id}-description`}>
        {text('description', { ...range, views: total, day: named(most.date), most: most.views })}
      </desc>
      {[0, height / 2, height].map((y) => (
        <line
          key={y}
          x2={days.length * step}
          y1={y}
          y2={y}
          vectorEffect="non-scaling-stroke"
          className="stroke-hairline"
        />
      ))}
      {days.map(({ date, views }, place) => {
        const tall = (views / top) * height;
        const x = place * step + (step - width) / 2;
        return <rect key={date} x={x} y={height - tall} width={width} height={tall} className="fill-leaf" />;
      })}
    </svg>
  );
}
