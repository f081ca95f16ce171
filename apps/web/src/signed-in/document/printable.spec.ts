import { printable } from './printable';

it.each([
  ['Chess', 'Chess'],
  [null, '—'],
  ['', '—'],
  [42, '42'],
  [{ a: ['b'] }, '{"a":["b"]}'],
])('formats %j as %s', (value, printed) => {
  expect(printable(value)).toBe(printed);
});
