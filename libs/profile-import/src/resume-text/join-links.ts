import { type Cell, type TextLine, withCells } from '../layout/page';
import { endsInDomain } from './contact';

const openLink = /(?:https?:\/\/|www\.|\.[a-z]{2,6}\/)\S*[-/._=]$/i;
const linkStart = /^(?:https?:\/\/|www\.)\S+$/i;

const openMail = /^[^\s@]+@[^\s@]*$/;

/** Whether two lines are one address, by what both of them lead to: a web page, or a mail address. */
function leadsOn(before: TextLine, line: TextLine): boolean {
  const [first, second] = [before.cells[0]?.spans.at(-1), line.cells[0]?.spans[0]];
  const target = first?.mail ?? first?.link;
  const same = first && second && target !== undefined && (second.mail ?? second.link ?? target) === target;
  if (!same) return false;
  const spelled = target.toLowerCase().includes(`${before.text}${line.text}`.toLowerCase());
  const tight = line.above > 0 && line.above < line.size * 1.6 && before.full && openMail.test(before.text);
  return spelled || (tight && /^[\w.-]+$/.test(line.text));
}

/** Whether a line ends inside a mail address that the next line continues, in a column that is too narrow for it. */
function continuesMail(before: TextLine, line: TextLine): boolean {
  if (!openMail.test(before.text) || !before.full || !/^[\w.-]+$/.test(line.text)) return false;
  return !endsInDomain(before.text) && endsInDomain(`${before.text}${line.text}`);
}

/** Whether a line ends inside a link that the next line continues. */
function continuesLink(before: TextLine, line: TextLine): boolean {
  if (before.parts.length !== 1 || line.parts.length !== 1 || before.page !== line.page) return false;
  if (leadsOn(before, line) || continuesMail(before, line)) return true;
  const word = line.text.split(/\s/)[0] ?? '';
  if (openLink.test(before.text)) return /^[\w-]/.test(word) && !/[@:]/.test(word);
  return linkStart.test(before.text) && /\/\S+$/.test(before.text) && /^[\w-]*\d[\w-]*$/.test(word) && before.full;
}

const joinCells = (first: Cell, second: Cell): Cell => ({
  ...first,
  text: `${first.text}${second.text}`,
  end: second.end,
  spans: [...first.spans, ...second.spans],
});

/** Joins addresses of pages and mailboxes that were wrapped at the edge of their column. */
export function joinLinks(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const [first, second] = [before?.cells[0], line.cells[0]];
    if (!before || !first || !second || !continuesLink(before, line)) joined.push(line);
    else joined.splice(-1, 1, withCells(line, [joinCells(first, second)]));
  }
  return joined;
}
