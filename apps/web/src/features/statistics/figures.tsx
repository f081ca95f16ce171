'use client';

import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Statistics } from '@/lib/api/types';
import { formatNumber } from '@/lib/format';
import { Breakdown } from './breakdown';
import { DayChart } from './day-chart';
import { DayTable } from './day-table';
import { LinkTable } from './link-table';

/** What was counted: totals, days, where views came from and with what, files, and links. */
export function Figures({ statistics }: { statistics: Statistics }) {
  const text = useTranslations('statistics');
  const { totals, days, referrers, devices, downloads, links } = statistics;
  const quiet = totals.views + totals.downloads === 0;
  return (
    <>
      <Totals totals={totals} />
      {quiet && <p className="mt-8 text-muted">{text('none')}</p>}
      {totals.views > 0 && <DayChart days={days} />}
      {!quiet && <DayTable days={days} />}
      <div className="mt-12 grid gap-x-12 gap-y-10 sm:grid-cols-2">
        <Breakdown
          title={text('referrers.title')}
          unit={text('views')}
          lines={referrers.map(({ source, host, views }) => [host ?? text(`referrers.${siteOf(source)}`), views])}
        />
        <Breakdown
          title={text('devices.title')}
          unit={text('views')}
          lines={devices.map(({ device, views }) => [text(`devices.${device}`), views])}
        />
        <Breakdown
          title={text('files.title')}
          unit={text('downloads')}
          lines={downloads.map(({ kind, count }) => [text(`files.${kind}`), count])}
        />
        <LinkTable links={links} />
      </div>
    </>
  );
}

/** A host names itself. */
function siteOf(source: Statistics['referrers'][number]['source']): 'direct' | 'other' {
  return source === 'direct' ? 'direct' : 'other';
}

function Totals({ totals }: { totals: Statistics['totals'] }) {
  const text = useTranslations('statistics');
  const locale = useSiteLocale();
  return (
    <dl className="grid grid-cols-2 gap-8 border-y border-hairline py-8">
      {(['views', 'downloads'] as const).map((what) => (
        <div key={what}>
          <dt className="text-sm font-medium text-muted">{text(what)}</dt>
          <dd className="figures mt-1 font-title text-4xl font-medium">{formatNumber(locale, totals[what])}</dd>
        </div>
      ))}
    </dl>
  );
}
