import { keywordsOf, linesOf, tidyDate } from './tidy';

describe('tidyDate', () => {
  it.each([
    ['2024-5', '2024-05'],
    ['2024/11', '2024-11'],
    ['5/2024', '2024-05'],
    ['05.2024', '2024-05'],
    ['May 2024', '2024-05'],
    ['sept. 2019', '2019-09'],
    [' 2024 ', '2024'],
    ['2024-05-31', '2024-05-31'],
    ['13/2024', '13/2024'],
    ['Spring 2024', 'Spring 2024'],
    ['', ''],
  ])('%s becomes %s', (typed, tidy) => {
    expect(tidyDate(typed)).toBe(tidy);
  });
});

it('takes pasted bullets apart and cleans them', () => {
  expect(linesOf('• Led a team\r\n\r\n–  Cut costs by 3\u00a0%\n2) Wrote the guide\n2024 was good')).toEqual([
    'Led a team',
    'Cut costs by 3 %',
    'Wrote the guide',
    '2024 was good',
  ]);
});

it('reads keywords once each', () => {
  expect(keywordsOf(' Go, TypeScript;Go ,, PostgreSQL\nAWS')).toEqual(['Go', 'TypeScript', 'PostgreSQL', 'AWS']);
});
