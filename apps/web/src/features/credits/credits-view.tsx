'use client';

import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { useCredits } from '@/signed-in/api/get-credits';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Credits } from '@/lib/api/types';
import { formatDay, formatNumber } from '@/lib/format';
import { PageTitle } from '@/ui/page-title';
import { SkeletonLines } from '@/ui/skeleton';
import { useRecentEntries } from './api/list-entries';
import { chartDays, SpendingChart } from './spending-chart';
import { Statement } from './statement';
import { TopUp } from './top-up';

/** Balance, what expires when, what was spent lately, and every line of the statement. */
export function CreditsView() {
  const text = useTranslations('credits');
  const common = useTranslations('common');
  const credits = useCredits();
  const spending = useRecentEntries(chartDays);
  // Drawn at once, so that no part moves the ones below it.
  const opening = credits.isPending || spending.isPending;
  return (
    <>
      <PageTitle title={text('title')}>
        <TopUp />
      </PageTitle>
      {credits.error && <LoadFailure error={credits.error} onRetry={() => void credits.refetch()} />}
      {opening && <SkeletonLines lines={9} label={common('loading')} />}
      {!opening && (
        <>
          {credits.data && <Balance credits={credits.data} />}
          <SpendingChart />
          <Statement />
        </>
      )}
    </>
  );
}

function Balance({ credits }: { credits: Credits }) {
  const text = useTranslations('credits');
  const locale = useSiteLocale();
  return (
    <section className="grid gap-8 border-y border-hairline py-8 sm:grid-cols-2">
      <div>
        <h2 className="font-text text-sm font-medium text-muted">{text('balance')}</h2>
        <p className="figures mt-1 font-title text-4xl font-medium">{formatNumber(locale, credits.balance)}</p>
        <p className="figures mt-2 text-muted">
          {text('enough', { count: credits.editsLeft, cost: credits.editCost })}
        </p>
        {credits.ownLimit && <p className="figures mt-2">{text('ownLimit', { ...credits.ownLimit })}</p>}
        {credits.suspendedAt && (
          <p role="status" className="mt-2">
            {text('suspended', { date: formatDay(locale, credits.suspendedAt) })}
          </p>
        )}
      </div>
      <div>
        <h2 className="font-text text-sm font-medium text-muted">{text('expiring')}</h2>
        {credits.expiring.length === 0 ? (
          <p className="mt-2 text-muted">{text('none')}</p>
        ) : (
          <ul className="figures mt-2 flex flex-col gap-1">
            {credits.expiring.map(({ amount, expiresAt }) => (
              <li key={expiresAt}>{text('expiringRow', { amount, date: formatDay(locale, expiresAt) })}</li>
            ))}
          </ul>
        )}
        <p className="mt-2 text-sm text-muted">{text('order')}</p>
      </div>
    </section>
  );
}
