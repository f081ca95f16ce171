'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { formatNumber } from '@/lib/format';

interface BreakdownProps {
  title: string;
  /** What is counted. */
  unit: string;
  lines: readonly (readonly [name: string, count: number])[];
}

/** A total taken apart: each part by name, with its count and its share as a bar; parts of nothing are left out. */
export function Breakdown({ title, unit, lines }: BreakdownProps) {
  const text = useTranslations('statistics');
  const id = useId();
  const some = lines.filter(([, count]) => count > 0);
  const total = some.reduce((sum, [, count]) => sum + count, 0);
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="flex items-baseline justify-between gap-4 border-b border-ink pb-2">
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {some.length > 0 && <span className="text-xs text-muted">{unit}</span>}
      </div>
      {some.length === 0 && <p className="py-2.5 text-sm text-muted">{text('nothing')}</p>}
      <ul>
        {some.map(([name, count]) => (
          <Part key={name} name={name} count={count} share={(count / total) * 100} />
        ))}
      </ul>
    </section>
  );
}

function Part({ name, count, share }: { name: string; count: number; share: number }) {
  const locale = useSiteLocale();
  return (
    <li className="border-b border-hairline py-2.5 text-sm">
      <div className="flex items-baseline justify-between gap-4">
        <span className="min-w-0 break-words">{name}</span>
        <span className="figures">{formatNumber(locale, count)}</span>
      </div>
      <svg aria-hidden viewBox="0 0 100 1" preserveAspectRatio="none" className="mt-1.5 block h-1 w-full">
        <rect width={100} height={1} className="fill-sunken" />
        <rect width={share} height={1} className="fill-leaf" />
      </svg>
    </li>
  );
}
