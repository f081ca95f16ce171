import { type TextLine, withCells } from '../layout/page';

const openLink = /(?:https?:\/\/|www\.|\.[a-z]{2,6}\/)\S*[-/._=]$/i;
const linkStart = /^(?:https?:\/\/|www\.)\S+$/i;

/** Whether a line ends inside a link that the next line continues. */
function continuesLink(before: TextLine, line: TextLine): boolean {
  if (before.parts.length !== 1 || line.parts.length !== 1 || before.page !== line.page) return false;
  const word = line.text.split(/\s/)[0] ?? '';
  if (openLink.test(before.text)) return /^[\w-]/.test(word) && !/[@:]/.test(word);
  return linkStart.test(before.text) && /\/\S+$/.test(before.text) && /^[\w-]*\d[\w-]*$/.test(word) && before.full;
}

/** Joins addresses of pages that were wrapped at the edge of their column. */
export function joinLinks(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const [first, second] = [before?.cells[0], line.cells[0]];
    if (!before || !first || !second || !continuesLink(before, line)) joined.push(line);
    else joined.splice(-1, 1, withCells(line, [{ ...first, text: `${first.text}${second.text}`, end: second.end }]));
  }
  return joined;
}
