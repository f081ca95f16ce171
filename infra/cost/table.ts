import { type Bill, costOf } from './bill';
import { prices } from './prices';
import type { Service } from './resources';
import { placeIn, type Range, seedRanges } from './seed-ranges';

/** The bills, one per column. */
export type Bills = Readonly<Record<string, Bill>>;

/** The table: a row for each service, a column for each bill; the last column compares `judged` with the range. */
export function tableOf(bills: Bills, judged: string): string {
  const names = Object.keys(bills);
  const rows = (Object.entries(seedRanges) as [Service, Range][]).map(([service, range]) => {
    const costs = names.map((name) => costOf(bills[name] ?? { items: [], total: 0 }, service));
    return [service, textOf(range), ...costs.map(dollars), placeIn(range, costs[names.indexOf(judged)] ?? 0)];
  });
  const totals = names.map((name) => dollars(bills[name]?.total ?? 0));
  return aligned([['USD a month', 'summary', ...names, ''], ...rows, ['together', '126–265', ...totals, '']]);
}

/** Every item of a bill: resource, quantity, price. */
export function itemsOf({ items }: Bill): string {
  return aligned(
    items.map(({ service, price, quantity, usd }) => {
      const { usd: each, unit } = prices[price];
      return [service, price, quantity.toFixed(2), `× ${each} / ${unit}`, dollars(usd)];
    }),
  );
}

function textOf(range: Range): string {
  if (!range) return '–';
  return range[0] === range[1] ? String(range[0]) : range.join('–');
}

function dollars(usd: number): string {
  return usd.toFixed(2);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function padded(cell: string, width: number): string {
  return /^[\d.]+$/.test(cell) ? cell.padStart(width) : cell.padEnd(width);
}
