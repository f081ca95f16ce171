'use client';

import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Statistics } from '@/lib/api/types';
import { formatNumber } from '@/lib/format';
import { Status } from '@/ui/status';

/** What came of each share link, by whom it is for. */
export function LinkTable({ links }: { links: Statistics['links'] }) {
  const text = useTranslations('statistics');
  return (
    <section aria-labelledby="links" className="min-w-0">
      <h2 id="links" className="border-b border-ink pb-2 text-xl">
        {text('links.title')}
      </h2>
      {links.length === 0 && <p className="py-2.5 text-sm text-muted">{text('links.none')}</p>}
      {links.length > 0 && (
        <table aria-labelledby="links" className="figures w-full text-sm">
          <thead>
            <tr className="border-b border-hairline text-xs text-muted">
              <th scope="col" className="py-2 pr-3 text-left font-medium">
                {text('links.label')}
              </th>
              <th scope="col" className="py-2 pr-3 text-right font-medium">
                {text('views')}
              </th>
              <th scope="col" className="py-2 text-right font-medium">
                {text('downloads')}
              </th>
            </tr>
          </thead>
          <tbody>
            {links.map((link) => (
              <LinkLine key={link.id} link={link} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function LinkLine({ link: { label, revoked, views, downloads } }: { link: Statistics['links'][number] }) {
  const text = useTranslations('statistics');
  const locale = useSiteLocale();
  return (
    <tr className="border-b border-hairline align-baseline">
      <th scope="row" className="py-2.5 pr-3 text-left font-normal wrap-anywhere">
        {label} {revoked && <Status>{text('links.revoked')}</Status>}
      </th>
      <td className="py-2.5 pr-3 text-right">{formatNumber(locale, views)}</td>
      <td className="py-2.5 text-right">{formatNumber(locale, downloads)}</td>
    </tr>
  );
}
