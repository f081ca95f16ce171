import { bulletSign } from '../bullets';
import { type TextLine, withCells } from '../layout/page';
import { findDates } from '../entries/dates';
import { type Entry, entriesOf } from '../entries/entries';
import { splitTitles } from './item';

type Fields = Record<string, unknown>;

/** The fields under which an award, a certificate or a publication stores its parts. */
export interface FieldNames {
  name: string;
  by: string;
  date: string;
  prose: string;
}

const label = /^(?:(?:awarded|published|issued|presented)(?: (?:by|on))?|date|issuer|publisher)(?:\s*:\s*|\s+)/i;
const onlyLabel = /^(?:awarded|published|issued|released)(?: (?:by|on))?:?$/i;

/** Takes name and giver from the titles, also `Prize, Acme` from one. */
function nameAndGiver(titles: string[]): [string | undefined, string | undefined] {
  const [name, by] = [titles.shift(), titles.shift()?.replace(label, '')];
  const [, front, back] = by === undefined ? (/^([^,]+),\s+(\p{Lu}[^,]{1,40})$/u.exec(name ?? '') ?? []) : [];
  return front && back && back.split(' ').length < 5 ? [front, back] : [name, by];
}

function creditOf(entry: Entry, names: FieldNames): Fields {
  const split = splitTitles(entry.titles).filter((title) => !onlyLabel.test(title));
  const alone = split.length === 1 && names.name === 'title';
  const titles = alone ? split.flatMap((title) => title.split(/\s+at\s+(?=\p{Lu})/u)) : split;
  const [name, by] = nameAndGiver(titles);
  const { date, endDate, startDate } = entry.dates;
  const prose = [...titles, ...entry.prose, ...entry.highlights].join('\n');
  const issued = date ?? endDate ?? startDate;
  return {
    ...(name ? { [names.name]: name } : {}),
    ...(by ? { [names.by]: by } : {}),
    ...(issued ? { [names.date]: issued } : {}),
    ...(entry.url ? { url: entry.url } : {}),
    ...(prose ? { [names.prose]: prose } : {}),
  };
}

/** Awards, certificates and publications: one line each, or a dated line with lines below it. */
export function creditsOf(lines: readonly TextLine[], names: FieldNames): Fields[] {
  const dated = lines.filter((line) => findDates(line.text)).length;
  const onePerLine = dated === 0 || dated * 1.5 >= lines.length || lines.some((line) => bulletSign.test(line.text));
  if (!onePerLine) return entriesOf(lines).map((entry) => creditOf(entry, names));
  return lines.flatMap((line) => {
    const cells = line.cells.map((cell) => ({ ...cell, text: cell.text.replace(bulletSign, '') }));
    return entriesOf([withCells(line, cells)]).map((entry) => creditOf(entry, names));
  });
}
