import { printable } from './printable';

it.each([
  ['Chess', 'Chess'],
  [null, '—'],
  ['', '—'],
  [42, '42'],
  [{ a: ['b'] }, '{"a":["b"]}'],
])('%j is printed as %s', (value, printed) => {
  expect(printable(value)).toBe(printed);
});
