import { changeEnd } from './change-end';

it.each([
  ['Led a big team', 'Led a team', 6],
  ['Led a team', 'Led a big team', 9],
  ['abc', 'abc', 3],
  ['aaa', 'aa', 2],
  ['', 'new', 3],
  ['old', '', 0],
])('finds the end of the change from "%s" to "%s"', (before, after, end) => {
  expect(changeEnd(before, after)).toBe(end);
});
