import { keywordsOf, linesOf, tidyDate, tidyText, visibleText } from './tidy';

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
  ])('normalizes the date %s to %s', (typed, tidy) => {
    expect(tidyDate(typed)).toBe(tidy);
  });
});

it('splits and cleans pasted bullets', () => {
  expect(linesOf('• Led a team\r\n\r\n–  Cut costs by 3\u00a0%\n2) Wrote the guide\n2024 was good')).toEqual([
    'Led a team',
    'Cut costs by 3 %',
    'Wrote the guide',
    '2024 was good',
  ]);
});

it('removes what cannot be seen from pasted text, but not joiners', () => {
  expect(visibleText('\ufeffLed\u200b a\u00a0team\r\nso\u00adber \u0915\u094d\u200d\u0937')).toBe(
    'Led a team\nsober \u0915\u094d\u200d\u0937',
  );
  expect(linesOf('•\u00a0Cut\u200b costs')).toEqual(['Cut costs']);
});

it('gives the lines of a pasted list one mark and leaves other lines', () => {
  expect(tidyText('Did:\n·  a\n  ▪ b\n- c\n1. d')).toBe('Did:\n• a\n• b\n- c\n1. d');
});

it('removes repeated keywords', () => {
  expect(keywordsOf(' Go, TypeScript;Go ,, PostgreSQL\nAWS')).toEqual(['Go', 'TypeScript', 'PostgreSQL', 'AWS']);
});
