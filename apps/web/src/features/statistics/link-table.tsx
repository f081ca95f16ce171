'use client';

import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Statistics } from '@/lib/api/types';
import { formatNumber } from '@/lib/format';
import { Status } from '@/ui/status';
import { Cell, Row, Table } from '@/ui/table';

/** Views and downloads of each share link, named by its recipient. */
export function LinkTable({ links }: { links: Statistics['links'] }) {
  const text = useTranslations('statistics');
  const columns = [
    { title: text('links.label') },
    { title: text('views'), number: true },
    { title: text('downloads'), number: true },
  ];
  return (
    <section aria-labelledby="links" className="min-w-0">
      <h2 id="links" className="border-b border-ink pb-2 text-xl">
        {text('links.title')}
      </h2>
      {links.length === 0 && <p className="py-2.5 text-sm text-muted">{text('links.none')}</p>}
      {links.length > 0 && (
        <Table labelledBy="links" columns={columns}>
          {links.map((link) => (
            <LinkLine key={link.id} link={link} />
          ))}
        </Table>
      )}
    </section>
  );
}

function LinkLine({ link: { label, revoked, views, downloads } }: { link: Statistics['links'][number] }) {
  const text = useTranslations('statistics');
  const locale = useSiteLocale();
  return (
    <Row>
      <Cell heading className="wrap-anywhere">
        {label} {revoked && <Status>{text('links.revoked')}</Status>}
      </Cell>
      <Cell number>{formatNumber(locale, views)}</Cell>
      <Cell number>{formatNumber(locale, downloads)}</Cell>
    </Row>
  );
}
