import { clsx } from 'clsx';
import { useId } from 'react';
import { formatDate, formatNumber } from '@/lib/format';
import type { Locale } from '@/i18n/locales';
import { topOf } from './chart-scale';

const step = 10;
const width = 7;
const height = 100;

/** A day of the calendar and what was counted on it. */
export interface DayCount {
  date: string;
  count: number;
}

interface DayBarsProps {
  days: readonly DayCount[];
  locale: Locale;
  title: string;
  /** the drawing in a sentence, for those who hear the page */
  description: string;
  /** half as high, where it is not the main thing */
  low?: boolean;
}

/** A count of each day as bars. The drawing stretches, so its words stand around it. */
export function DayBars({ days, locale, ...drawing }: DayBarsProps) {
  const top = topOf(days.map(({ count }) => count));
  const label = (date: string | undefined) => (date === undefined ? '' : formatDate(locale, date));
  return (
    <div className="figures grid grid-cols-[auto_1fr] gap-x-2 text-xs text-muted">
      <div aria-hidden className="flex flex-col justify-between text-right">
        <span className="-mt-2">{formatNumber(locale, top)}</span>
        <span className="-mb-2">0</span>
      </div>
      <Bars days={days} top={top} {...drawing} />
      <span />
      <div aria-hidden className="mt-1.5 flex justify-between">
        <span>{label(days[0]?.date)}</span>
        <span>{label(days.at(-1)?.date)}</span>
      </div>
    </div>
  );
}

function Bars({ days, top, title, description, low = false }: Omit<DayBarsProps, 'locale'> & { top: number }) {
  const id = useId();
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      viewBox={`0 0 ${days.length * step} ${height}`}
      preserveAspectRatio="none"
      className={clsx('w-full overflow-visible', low ? 'h-24' : 'h-44')}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
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
      {days.map(({ date, count }, place) => {
        const tall = (count / top) * height;
        const x = place * step + (step - width) / 2;
        return <rect key={date} x={x} y={height - tall} width={width} height={tall} className="fill-leaf" />;
      })}
    </svg>
  );
}
