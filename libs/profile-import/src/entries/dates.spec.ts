import { findDates, findPeriod } from './dates';

it.each([
  ['Engineer, Acme Jan 2020 – Present', { startDate: '2020-01', rest: 'Engineer, Acme' }],
  ['January 2020 to March 2021', { startDate: '2020-01', endDate: '2021-03', rest: '' }],
  ['Acme (2015-2019)', { startDate: '2015', endDate: '2019', rest: 'Acme' }],
  ['05/2018 - 06/2019, Pune', { startDate: '2018-05', endDate: '2019-06', rest: 'Pune' }],
  ['2018-05 — 2019-06', { startDate: '2018-05', endDate: '2019-06', rest: '' }],
  ['Acme 2015 – अब तक', { startDate: '2015', rest: 'Acme' }],
  ['Novartis 2015 – 2018', { startDate: '2015', endDate: '2018', rest: 'Novartis' }],
  ['Head of Marketing 2019 – Mai 2021', { startDate: '2019', endDate: '2021-05', rest: 'Head of Marketing' }],
  ['enero 2019 – août 2020', { startDate: '2019-01', endDate: '2020-08', rest: '' }],
  ['मार्च 2019 – दिसंबर 2020', { startDate: '2019-03', endDate: '2020-12', rest: '' }],
  ['since Summer 2019', { startDate: '2019', rest: 'Summer' }],
  ['since 2019', { startDate: '2019', rest: '' }],
])('finds the period in %j', (text, found) => {
  expect(findPeriod(text)).toEqual(found);
});

it('reads a single date as a date and not as a period', () => {
  expect(findPeriod('Prize, Nov 2014')).toBeNull();
  expect(findDates('Prize, Nov 2014')).toEqual({ date: '2014-11', rest: 'Prize' });
});

it.each(['Sold 20192 units', 'Room 2019a', 'built 3 - 4 things', ''])('finds no date in %j', (text) => {
  expect(findDates(text)).toBeNull();
});

it('leaves a word before a year in the text unless it is a month', () => {
  expect(findDates('Young Marketer, 2016')).toEqual({ date: '2016', rest: 'Young Marketer' });
  expect(findDates('Summer 2019')).toEqual({ date: '2019', rest: 'Summer' });
});
