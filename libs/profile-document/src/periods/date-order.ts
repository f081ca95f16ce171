import type { DateOrder } from './date-words';
import { type Token, tokensOf } from './tokens';

/** The order of day and month that the dates of three numbers in a text decide, if they agree. */
export function orderIn(tokens: readonly Token[]): DateOrder | null {
  let [dayFirst, monthFirst] = [false, false];
  for (let index = 0; index + 4 < tokens.length; index += 1) {
    const [a, separator, b, second, year] = tokens.slice(index, index + 5) as [Token, Token, Token, Token, Token];
    if (a.kind !== 'number' || b.kind !== 'number' || year.kind !== 'number' || separator.text !== second.text)
      continue;
    if (
      !/^[-/\\]$/.test(separator.text) ||
      a.text.length > 2 ||
      b.text.length > 2 ||
      ![2, 4].includes(year.text.length)
    )
      continue;
    if (Number(a.text) > 12 && Number(a.text) <= 31) dayFirst = true;
    if (Number(b.text) > 12 && Number(b.text) <= 31) monthFirst = true;
  }
  return dayFirst === monthFirst ? null : dayFirst ? 'day-first' : 'month-first';
}

/** Whether days or months come first in the dates of a document such as 03/04/2019: `undefined` when none or both are seen. */
export function dateOrderOf(texts: Iterable<string>): DateOrder | undefined {
  const orders = new Set<DateOrder>();
  for (const text of texts) {
    const order = orderIn(tokensOf(text.slice(0, 20_000)));
    if (order) orders.add(order);
  }
  return orders.size === 1 ? [...orders][0] : undefined;
}
