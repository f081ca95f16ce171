'use client';

import { useMessages, useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Messages } from '@/i18n/catalogue';
import { formatMoment } from '@/lib/format';
import { Button } from '@/ui/button';
import { Cell, Row, Table } from '@/ui/table';
import { useOperatorActs } from './api/accounts';

/** What operators did, with the reasons; nothing while the operator has given no code in this session. */
export function ActList() {
  const text = useTranslations('operator.list');
  const common = useTranslations('common');
  const { settings } = useMessages() as Messages;
  const names: Partial<Record<string, string>> = settings.activity.acts;
  const locale = useSiteLocale();
  const acts = useOperatorActs();
  const lines = acts.data?.pages.flatMap((page) => page.acts) ?? [];
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 className="mb-4 text-2xl">{text('title')}</h2>
      <Table
        caption={text('title')}
        columns={[{ title: text('at') }, { title: text('act') }, { title: text('reason') }]}
      >
        {lines.map(({ id, act, at, reason, userId, tenantId }) => (
          <Row key={id}>
            <Cell className="whitespace-nowrap text-muted">{formatMoment(locale, at)}</Cell>
            <Cell>
              {names[act.replace(/[.-]/g, '_')]}
              <span className="block font-mono text-xs break-all text-muted">{userId ?? tenantId}</span>
            </Cell>
            <Cell>{reason}</Cell>
          </Row>
        ))}
      </Table>
      {acts.hasNextPage && (
        <Button className="mt-6" busy={acts.isFetchingNextPage} onClick={() => void acts.fetchNextPage()}>
          {common('more')}
        </Button>
      )}
    </section>
  );
}
