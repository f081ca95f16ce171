import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const names = readdirSync(join(__dirname, '../../../migrations'));

it('every migration is a plain SQL file with a number of its own', () => {
  expect(names.filter((name) => !/^\d{4}-[a-z-]+\.sql$/.test(name))).toEqual([]);
  const numbers = names.map((name) => name.slice(0, 4));
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});
