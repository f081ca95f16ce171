'use client';

import { useTranslations } from 'use-intl';
import { Choice } from '@/ui/form/choice';

/** Over how many days one looks back. */
const periods = [7, 30, 90] as const;
export type Period = (typeof periods)[number];

/** Over how many days one looks back; arrow keys move between them. */
export function PeriodChoice({ value, onChange }: { value: Period; onChange: (period: Period) => void }) {
  const text = useTranslations('statistics');
  return (
    <Choice label={text('period')} hideLabel value={value} onChange={onChange}>
      {(radio) => (
        <div className="figures flex rounded-control border border-edge">
          {periods.map((period) => (
            <label
              key={period}
              className="flex min-h-9 items-center px-3 text-sm text-muted first:rounded-l-control last:rounded-r-control not-first:border-l not-first:border-hairline hover:text-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
            >
              {radio(period, { className: 'sr-only' })}
              {text('days', { count: period })}
            </label>
          ))}
        </div>
      )}
    </Choice>
  );
}
