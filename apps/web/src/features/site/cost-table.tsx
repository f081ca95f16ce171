import type { Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { priceList } from '@/lib/price-list';
import { Cell, Row, Table } from '@/ui/table';

const actions = ['edit', 'undo', 'same', 'draft', 'export', 'publish', 'files', 'delete'] as const;

/** What costs credits and what does not, action by action. */
export function CostTable({ locale }: { locale: Locale }) {
  const text = translatorOf(locale, 'site.prices.table');
  const costs: Partial<Record<(typeof actions)[number], string>> = {
    edit: text('charge', { credits: priceList.editCost }),
    undo: text('back', { credits: priceList.editCost }),
  };
  return (
    <Table
      large
      caption={text('caption')}
      columns={[{ title: text('action') }, { title: text('cost'), number: true }]}
      className="mt-16"
    >
      {actions.map((action) => (
        <Row key={action}>
          <Cell>{text(`rows.${action}`)}</Cell>
          <Cell number className="sm:whitespace-nowrap">
            {costs[action] ?? <span className="text-leaf">{text('free')}</span>}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
