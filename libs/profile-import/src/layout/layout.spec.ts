import { pageOf } from '../testing/pages';
import { layoutOf } from './layout';
import type { TextPage, TextRun } from './page';
import { cellsOf, linesOf, rowsOf } from './rows';

const run = (text: string, x: number, y: number, more: Partial<TextRun> = {}): TextRun => ({
  text,
  x,
  y,
  width: text.length * 5,
  size: 10,
  ...more,
});
const page = (...runs: TextRun[]): TextPage => ({ width: 595, height: 842, runs });
const textsOf = (pages: TextPage[]) => layoutOf(pages).flows.map((flow) => flow.map(({ text }) => text));

describe('rows', () => {
  it('puts runs of one base line into one row, from left to right', () => {
    const rows = rowsOf([run('b', 60, 50.4), run('c', 50, 64), run('a', 50, 50)]);
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([['a', 'b'], ['c']]);
  });

  it('separates cells at wide gaps and joins runs at narrow ones', () => {
    const cells = cellsOf([run('certi', 50, 50), run('fi', 75, 50), run('cate', 85, 50), run('2019', 400, 50)]);
    expect(cells.map(({ text }) => text)).toEqual(['certificate', '2019']);
  });

  it('separates a heading from its content at a gap that is narrow for the heading', () => {
    const cells = cellsOf([run('Work', 50, 50, { size: 20, font: 1 }), run('Engineer', 92, 50, { font: 2 })]);
    expect(cells.map(({ text }) => text)).toEqual(['Work', 'Engineer']);
  });

  it('keeps the fonts of a cell and what its texts lead to', () => {
    const [cell] = cellsOf([
      run('Lead', 50, 50, { font: 1, link: 'https://a.example' }),
      run(', Acme', 70, 50, { font: 2 }),
    ]);
    expect(cell).toMatchObject({ text: 'Lead, Acme', link: 'https://a.example', spans: [{ font: 1 }, { font: 2 }] });
  });

  it('joins a wrapped cell of a table to its row', () => {
    const lines = linesOf(
      [run('BSc', 50, 50), run('Upper School', 150, 50), run('2012', 300, 50), run('of Ports', 150, 63)],
      1,
    );
    expect(lines.map(({ parts }) => parts)).toEqual([['BSc', 'Upper School of Ports', '2012']]);
  });

  it('leaves a title beside dates in the margin apart from the line below', () => {
    const lines = linesOf([run('2019 – 2021', 50, 50), run('Engineer', 150, 50), run('Acme', 150, 63)], 1);
    expect(lines.map(({ text }) => text)).toEqual(['2019 – 2021 Engineer', 'Acme']);
  });
});

describe('columns', () => {
  const side = ['# Contact', 'mina@example.com', '+91 98765 43210', '# Skills', 'Go', 'TypeScript and SQL'];
  const main = [
    '! Mina Iyer',
    '# Experience',
    'Engineer, Acme',
    '2019 – 2021',
    'Wrote the ledger of the whole company',
    'by hand',
  ];

  it('reads a sidebar over all pages before the main column', () => {
    const more = ['# Education', 'IIT Bombay', 'Physics for those who like long names of courses'];
    const first = pageOf({ x: 40, lines: side }, { x: 220, y: 57, lines: [...main, ...main, ...main, ...main] });
    const flows = textsOf([first, pageOf({ x: 220, lines: more })]);
    expect(flows.map((flow) => [flow[0], flow.at(-1)])).toEqual([
      ['Contact', 'TypeScript and SQL'],
      ['Mina Iyer', 'Physics for those who like long names of courses'],
    ]);
  });

  it('reads titles with dates at the right edge row by row', () => {
    const rows = Array.from({ length: 12 }, (_, index) => `Engineer ${index} of a company @ 2019 – 20${index + 10}`);
    expect(textsOf([pageOf({ x: 50, lines: rows })])).toHaveLength(1);
  });
});

describe('running heads and feet', () => {
  const body = (from: number) =>
    Array.from({ length: 40 }, (_, index) => run(`Line ${from + index} of the text`, 50, 80 + index * 14));
  const foot = (text: string) => run(text, 250, 815, { size: 8 });

  it('leaves out what repeats at one height of the margin, and reports it', () => {
    const { flows, running } = layoutOf([page(...body(0), foot('Mina 1')), page(...body(40), foot('Mina 2'))]);
    expect([flows.flat().length, running.map(({ text }) => text)]).toEqual([80, ['Mina 1', 'Mina 2']]);
  });

  it('keeps lines that repeat in the text, wherever they stand', () => {
    const employer = [run('Acme Corp', 50, 52), run('Pune, India', 50, 66)];
    const pages = [page(...employer, ...body(0)), page(...employer, ...body(40)), page(...employer, ...body(80))];
    expect(layoutOf(pages).running).toEqual([]);
  });

  it('leaves out the number of a page that says how many there are', () => {
    const { running } = layoutOf([page(...body(0)), page(...body(40), foot('Page 2 of 2'))]);
    expect(running.map(({ text }) => text)).toEqual(['Page 2 of 2']);
  });
});
