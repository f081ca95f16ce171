import { formatTags, type Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { formatNumber } from '@/lib/format';
import { CreditAmount } from '@/ui/money';
import { Cell, Row, Table } from '@/ui/table';

const rows = [
  { day: 1, key: 'plan', amount: 500 },
  { day: 2, key: 'typing', amount: 0 },
  { day: 2, key: 'first', amount: -5 },
  { day: 2, key: 'publish', amount: 0 },
  { day: 9, key: 'second', amount: -5 },
  { day: 9, key: 'undone', amount: 5 },
  { day: 14, key: 'photo', amount: 0 },
  { day: 21, key: 'third', amount: -5 },
  { day: 21, key: 'again', amount: 0 },
] as const;

const balances = rows.map((_, index) => rows.slice(0, index + 1).reduce((sum, row) => sum + row.amount, 0));

/** The fair meter, shown as a month of a statement. */
export function CostExample({ locale }: { locale: Locale }) {
  const text = translatorOf(locale, 'site.costExample');
  const columns = [
    { title: text('date') },
    { title: text('what') },
    { title: text('amount'), number: true },
    { title: text('balance'), number: true },
  ];
  return (
    <section
      className="mx-auto grid max-w-6xl gap-x-16 gap-y-8 px-4 pt-28 sm:px-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
      aria-labelledby="meter"
    >
      <div>
        <h2 id="meter" className="text-2xl sm:text-3xl">
          {text('title')}
        </h2>
        <p className="mt-4 max-w-prose text-muted">{text('lead')}</p>
      </div>
      <div>
        <Table caption={text('caption')} columns={columns}>
          {rows.map((row, index) => (
            <MonthRow key={row.key} locale={locale} row={row} balance={balances[index] ?? 0} />
          ))}
        </Table>
        <p className="mt-4 max-w-prose text-sm text-muted">{text('foot')}</p>
      </div>
    </section>
  );
}

function MonthRow({ locale, row, balance }: { locale: Locale; row: (typeof rows)[number]; balance: number }) {
  const text = translatorOf(locale, 'site.costExample');
  const day = new Intl.DateTimeFormat(formatTags[locale], { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <Row>
      <Cell className="whitespace-nowrap text-muted">{day.format(Date.UTC(2026, 5, row.day))}</Cell>
      <Cell>{text(`rows.${row.key}`)}</Cell>
      <Cell number>
        {row.amount === 0 ? (
          <span className="text-muted">{text('free')}</span>
        ) : (
          <CreditAmount amount={row.amount} locale={locale} />
        )}
      </Cell>
      <Cell number>{formatNumber(locale, balance)}</Cell>
    </Row>
  );
}
