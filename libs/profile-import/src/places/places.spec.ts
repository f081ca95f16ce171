import { ResumeImporter } from '../resume-importer';
import { pageOf } from '../testing/pages';
import { WordIndex } from './find-words';
import { placesOf } from './places-of';
import type { SourceLine } from './source-lines';

const importing = (lines: readonly string[]) => {
  const pages = [pageOf({ x: 50, lines })];
  const importer = new ResumeImporter({ read: () => Promise.resolve({ pages, complete: true, madeBy: '' }) });
  return importer.file(Buffer.from('%PDF-1.7\n%%EOF'));
};

const linesOf = (texts: readonly string[]): SourceLine[] =>
  texts.map((text, index) => ({ pointer: `/pages/1/lines/${index + 1}`, page: 1, text, box: null }));

const resume = [
  '! Mina Iyer',
  'mina@example.com',
  '# Experience',
  'Engineer, Blue Shipping @ 03/2021 – 05/2024',
  '• Plans the berths of the har-',
  'bour by night.',
  'Engineer, Red Shipping @ 2019 – 2021',
  '# Rowing',
  'Stroke of the four',
];

describe('the places of values', () => {
  it('gives the page and the box of each line of a PDF', async () => {
    const { lines } = await importing(resume);
    const name = lines.find(({ text }) => text === 'Mina Iyer');
    expect(name).toMatchObject({ pointer: '/pages/1/lines/1', page: 1, box: { x: 50, y: 30.2, height: 26.4 } });
    expect(name?.box?.width).toBeGreaterThan(60);
  });

  it.each([
    ['/basics/name', ['Mina Iyer']],
    ['/work/0/name', ['Engineer, Blue Shipping 03/2021 – 05/2024']],
    ['/work/0/endDate', ['Engineer, Blue Shipping 03/2021 – 05/2024']],
    ['/work/0/highlights/0', ['• Plans the berths of the har-', 'bour by night.']],
    ['/work/1/position', ['Engineer, Red Shipping 2019 – 2021']],
    ['/work/1/startDate', ['Engineer, Red Shipping 2019 – 2021']],
  ])('finds %s in its own lines', async (pointer, expected) => {
    const { lines, places } = await importing(resume);
    const found = places.find((place) => place.pointer === pointer)?.lines.map((line) => lines[line]?.text);
    expect(found).toEqual(expected);
  });

  it('finds words of a script without spaces across the end of a line', () => {
    const places = placesOf({ work: [{ summary: '東京港の船舶計画' }] }, linesOf(['東京港の船', '舶計画']));
    expect(places).toEqual([{ pointer: '/work/0/summary', lines: [0, 1] }]);
  });

  it('finds the second position of an employer that is named once, and in the headline', () => {
    const lines = linesOf([
      'Planner at Port Works',
      'Port Works',
      'Lead',
      'Runs the day desk.',
      'Planner',
      '2019 - 2021',
      'Plans berths.',
    ]);
    const work = [
      { name: 'Port Works', position: 'Lead', summary: 'Runs the day desk.' },
      { name: 'Port Works', position: 'Planner', startDate: '2019', summary: 'Plans berths.' },
    ];
    const places = new Map(placesOf({ work }, lines).map((place) => [place.pointer, place.lines]));
    const found = ['position', 'name', 'startDate'].map((name) => places.get(`/work/1/${name}`));
    expect(found).toEqual([[4], [1], [5]]);
  });

  it('finds no place for words that stand nowhere', () => {
    expect(placesOf({ basics: { name: 'Nobody' } }, linesOf(['Mina Iyer']))).toEqual([]);
  });

  it('compares no more than its limit on a page of one word', () => {
    const index = new WordIndex([{ text: 'a '.repeat(20_000) }]);
    for (let value = 0; value < 5; value += 1) index.best(Array<string>(20_000).fill('a'));
    expect(index.comparisons).toBeLessThan(2_100_000);
  });
});

describe('the doubts of an import', () => {
  it('names missing fields, unknown headings and unfinished dates', async () => {
    const { doubts } = await importing(['! Mina Iyer', '# Experience', 'Blue Shipping Ltd', 'x']);
    expect(doubts.map(({ pointer, reason }) => `${pointer} ${reason}`)).toContain('/work/0/startDate missing');
    const rowing = await importing(resume);
    expect(rowing.doubts).toEqual([{ pointer: '/meta/canar/custom/0/title', reason: 'heading-unknown' }]);
  });

  it('doubts a data file only where a value cannot be used', () => {
    const { doubts, lines } = new ResumeImporter({ read: () => Promise.reject(new Error()) }).json({
      work: [{ name: 'Acme', startDate: 'once' }],
    });
    expect([doubts, lines]).toEqual([[{ pointer: '/work/0/startDate', reason: 'unfinished' }], []]);
  });
});
