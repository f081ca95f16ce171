import { type Mark, type MarkKind, markKinds } from './marks';

interface Look {
  colour: string;
  name: string;
  /** the width of the outline in points */
  stroke: number;
  /** how far the outline stands off, so that one around another is seen */
  off: number;
}

const looks: Record<MarkKind, Look> = {
  run: { colour: '#9a9a9a', name: 'runs of glyphs', stroke: 0.3, off: 0 },
  line: { colour: '#1f77d0', name: 'lines, numbered in reading order', stroke: 0.5, off: 0.5 },
  running: { colour: '#8c564b', name: 'running heads and feet', stroke: 0.8, off: 0.5 },
  heading: { colour: '#d62728', name: 'headings, with their section', stroke: 1, off: 1 },
  item: { colour: '#2ca02c', name: 'items of a block', stroke: 0.8, off: 2 },
  block: { colour: '#9467bd', name: 'blocks: a heading and what is below it', stroke: 0.8, off: 4 },
  column: { colour: '#ff7f0e', name: 'columns', stroke: 1.2, off: 6 },
};

/** The height of the legend below a page. */
const legendHeight = markKinds.length * 14 + 10;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/\p{Cc}/gu, '');

const length = (points: number): string => String(Math.round(points * 10) / 10);

function drawMark({ kind, box, label }: Mark): string {
  const { colour, stroke, off } = looks[kind];
  const [x, y] = [box.x - off, box.y - off];
  const size = `width="${length(box.width + 2 * off)}" height="${length(box.height + 2 * off)}"`;
  const rectangle = `<rect x="${length(x)}" y="${length(y)}" ${size} stroke-width="${stroke}"/>`;
  // Numbers of lines stand at the left, those of what is around them at the right, so that they do not cover each other.
  const place =
    kind === 'line' || kind === 'running'
      ? `x="${length(x - 1)}" text-anchor="end"`
      : `x="${length(x + box.width + 2 * off + 1)}"`;
  const text = label
    ? `<text ${place} y="${length(y + 5)}" stroke="none" fill="${colour}">${escaped(label)}</text>`
    : '';
  return rectangle + text;
}

function drawKind(kind: MarkKind, marks: readonly Mark[]): string {
  const drawn = marks.filter((mark) => mark.kind === kind).map(drawMark);
  return `<g id="${kind}" fill="none" stroke="${looks[kind].colour}">${drawn.join('')}</g>`;
}

function drawLegend(height: number, marks: readonly Mark[]): string {
  return markKinds
    .map((kind, index) => {
      const { colour, name } = looks[kind];
      const y = height + 8 + index * 14;
      const count = marks.filter((mark) => mark.kind === kind).length;
      const box = `<rect x="20" y="${length(y)}" width="18" height="8" fill="none" stroke="${colour}"/>`;
      return `${box}<text x="44" y="${length(y + 7.5)}" font-size="9" fill="#222">${name}: ${count}</text>`;
    })
    .join('');
}

/**
 * Draws what was found on one page as SVG, with a legend below it.
 * @param picture the page as PNG, under the rectangles
 */
export function drawMarks(page: { width: number; height: number }, marks: readonly Mark[], picture?: Buffer): string {
  const { width, height } = page;
  const whole = height + legendHeight;
  const under = picture
    ? `<image width="${length(width)}" height="${length(height)}" href="data:image/png;base64,${picture.toString('base64')}"/>`
    : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${length(width)} ${length(whole)}" width="${length(width * 1.6)}" height="${length(whole * 1.6)}" font-family="sans-serif" font-size="5">`,
    `<rect width="${length(width)}" height="${length(whole)}" fill="#fff"/>${under}`,
    ...markKinds.map((kind) => drawKind(kind, marks)),
    drawLegend(height, marks),
    '</svg>\n',
  ].join('\n');
}
