import { pageOf } from '../testing/pages';
import { drawMarks } from './draw-marks';
import { type MarkKind, marksOf } from './marks';

const career = [
  '# Experience',
  'Engineer, Acme @ 2019 – 2021',
  '• Built the harbour gate',
  'Planner, Quay @ 2015 – 2018',
  '• Planned the northern quay',
];
const page = pageOf(
  { x: 50, lines: ['! Mina Iyer'] },
  { x: 50, y: 120, lines: career },
  { x: 50, y: 820, lines: ['Mina Iyer – page 1'] },
);
const second = pageOf({ x: 50, lines: ['• Kept it open'] }, { x: 50, y: 820, lines: ['Mina Iyer – page 2'] });
const marks = marksOf([page, second]);
const of = (kind: MarkKind, number = 1) => marks.filter((mark) => mark.kind === kind && mark.page === number);

it('marks each run and each line where it stands', () => {
  expect(of('run')).toHaveLength(page.runs.length);
  expect(of('run')[0]?.box).toEqual({ x: 50, y: 50 - 22 * 0.9, width: 99, height: 22 * 1.2 });
  expect(of('line').map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(of('running').map(({ box }) => box.y)).toEqual([820 - 9]);
});

it('marks a heading with its section, and items around their own lines', () => {
  expect(of('heading').map(({ label, box }) => [label, box.y])).toEqual([['work', 120 - 14 * 0.9]]);
  const [first, next] = of('item').map(({ box }) => box);
  expect(first).toMatchObject({ x: 50, y: 134 - 9, height: 26, width: 490 });
  expect(next?.y).toBe(162 - 9);
});

it('marks a block that goes on behind the end of a page on both pages', () => {
  expect(of('block', 1).map(({ label }) => label)).toEqual(['1', '2']);
  expect(of('block', 2)).toEqual([{ kind: 'block', page: 2, label: '2', box: of('line', 2)[0]?.box }]);
});

it('marks each column of a page with two', () => {
  const left = ['# Contact', 'mina@example.com', '+91 98765 43210', '# Skills', 'Go', 'TypeScript and SQL'];
  const right = ['# Experience', 'Engineer, Acme', '2019 – 2021', 'Wrote the ledger of the whole company', 'by hand'];
  const sided = marksOf([
    pageOf({ x: 40, lines: left }, { x: 220, y: 57, lines: [...right, ...right, ...right, ...right] }),
  ]);
  expect(sided.filter(({ kind }) => kind === 'column').map(({ box }) => box.x)).toEqual([40, 220]);
});

it('draws rectangles over the picture, a legend with counts, and escaped text', () => {
  const mark = { kind: 'heading' as const, page: 1, box: { x: 10, y: 20, width: 30, height: 12 }, label: '<a> & "b"' };
  const svg = drawMarks({ width: 595, height: 842 }, [mark], Buffer.from('png'));
  expect(svg).toContain('<image width="595" height="842" href="data:image/png;base64,cG5n"/>');
  expect(svg).toContain('<rect x="9" y="19" width="32" height="14" stroke-width="1"/>');
  expect(svg).toContain('&#60;a&#62; &#38; &#34;b&#34;</text>');
  expect(svg).toContain('headings, with their section: 1</text>');
  expect(drawMarks({ width: 595, height: 842 }, [])).not.toContain('<image');
});
