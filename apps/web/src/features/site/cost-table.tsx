import type { Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { priceList } from '@/lib/price-list';

const actions = ['edit', 'undo', 'same', 'draft', 'export', 'publish', 'files', 'delete'] as const;

/** What costs credits and what does not, action by action. */
export function CostTable({ locale }: { locale: Locale }) {
  const text = translatorOf(locale, 'site.prices.table');
  const costs: Partial<Record<(typeof actions)[number], string>> = {
    edit: text('charge', { credits: priceList.editCost }),
    undo: text('back', { credits: priceList.editCost }),
  };
  return (
    <table className="figures mt-16 w-full">
      <caption className="pb-4 text-left font-title text-2xl font-medium">{text('caption')}</caption>
      <thead>
        <tr className="border-b border-ink text-left text-xs text-muted">
          <th className="py-2 font-medium">{text('action')}</th>
          <th className="py-2 text-right font-medium">{text('cost')}</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => (
          <tr key={action} className="border-b border-hairline">
            <td className="py-3 pr-4">{text(`rows.${action}`)}</td>
            <td className="py-3 text-right whitespace-nowrap">
              {costs[action] ?? <span className="text-leaf">{text('free')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
