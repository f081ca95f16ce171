import { commonStyle, styleOf, type TextLine, type TextPage } from './page';

/** The part of a page's height in which a running head or foot stands. */
const margin = 0.11;

/** Text whose numbers count pages. */
const withoutNumbers = (text: string): string => text.replace(/\d+/g, '#').toLowerCase();

const pageNumber = /^(?:\p{L}+\.?\s*)?#(?:\s*(?:\/|\p{L}+|-|–|\|)\s*#)?(?:\s*\p{L}+)?$/u;

/** Whether a line says the number of its page and how many there are, which needs no repetition. */
function saysItsPage({ cells, page }: TextLine, pages: number): boolean {
  return cells.some(({ text }) => {
    const [, number, count] = /(\d+)\s*(?:\/|\p{L}+)\s*(\d+)\s*$/u.exec(text) ?? [];
    return text.length < 30 && Number(number) === page && Number(count) === pages;
  });
}

/**
 * The lines of a page in one margin that stand apart from its text: in another style than the body, or with a gap between; at most three.
 */
function linesInMargin(lines: readonly TextLine[], { height }: TextPage, foot: boolean, body?: string): TextLine[] {
  const fromEdge = [...lines].sort((a, b) => (foot ? b.y - a.y : a.y - b.y)).slice(0, 4);
  const apart = fromEdge.map((line, index) => {
    const inner = fromEdge[index + 1];
    return styleOf(line) !== body || !inner || Math.abs(inner.y - line.y) > line.size * 1.9;
  });
  const depth = apart.lastIndexOf(true, 2) + 1;
  return fromEdge.slice(0, depth).filter(({ y }) => (foot ? y > height * (1 - margin) : y < height * margin));
}

const fromEdge = ({ y }: TextLine, { height }: TextPage, foot: boolean): number => Math.round(foot ? height - y : y);

/**
 * Running heads, running feet and page numbers: lines in the top or bottom margin that stand on at least two pages at the same height
 * with the same text, numbers aside. A repeated text that is no page number stays where it occurs first.
 * @param pages the lines of each page
 */
export function runningLines(pages: readonly { page: TextPage; lines: readonly TextLine[] }[]): Set<TextLine> {
  const running = new Set<TextLine>();
  const body = commonStyle(pages.flatMap(({ lines }) => lines));
  for (const foot of [false, true]) {
    const groups = new Map<string, TextLine[]>();
    for (const { page, lines } of pages) {
      for (const line of linesInMargin(lines, page, foot, body)) {
        const key = `${Math.round(fromEdge(line, page, foot) / 3)} ${withoutNumbers(line.text)}`;
        groups.set(key, [...(groups.get(key) ?? []), line]);
        if (saysItsPage(line, pages.length)) running.add(line);
      }
    }
    for (const [key, lines] of groups) {
      const repeated = new Set(lines.map(({ page }) => page)).size >= Math.max(2, Math.ceil((pages.length - 1) * 0.6));
      if (!repeated) continue;
      const counts =
        pageNumber.test(key.slice(key.indexOf(' ') + 1)) || new Set(lines.map(({ text }) => text)).size > 1;
      const first = Math.min(...lines.map(({ page }) => page));
      for (const line of lines) if (counts || foot || line.page > first) running.add(line);
    }
  }
  return running;
}
