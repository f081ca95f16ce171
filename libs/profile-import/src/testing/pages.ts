import type { TextPage, TextRun } from '../layout/page';

/** The runs of a line: `! name`, `# heading`, `left @ right edge`, `> indented`, or body text. */
function runsOf(line: string, x: number, y: number): TextRun[] {
  const [, mark, rest] = /^([!#>]) (.*)$/.exec(line) ?? [];
  const size = mark === '!' ? 22 : mark === '#' ? 14 : 10;
  const [, left = rest ?? line, edge] = /^(.*) @ (.*)$/.exec(rest ?? line) ?? [];
  const run = (text: string, at: number): TextRun => ({ text, x: at, y, width: text.length * size * 0.5, size });
  return [run(left, mark === '>' ? x + 20 : x), ...(edge ? [run(edge, 540 - edge.length * 5)] : [])].filter(
    ({ text }) => text !== '',
  );
}

/** Creates a page of columns, each with lines 14 points apart, starting at `y`. */
export function pageOf(...columns: { x: number; y?: number; lines: readonly string[] }[]): TextPage {
  const runs = columns.flatMap(({ x, y = 50, lines }) =>
    lines.flatMap((line, index) => runsOf(line, x, y + index * 14)),
  );
  return { width: 595, height: 842, runs };
}
