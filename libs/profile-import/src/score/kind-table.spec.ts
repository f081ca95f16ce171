import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';

const root = resolve(__dirname, '../../../..');
const [table = ''] = /\| kind .+?(?=\n\n)/s.exec(readFileSync(resolve(root, 'docs/import.md'), 'utf8')) ?? [];
const rows = table
  .split('\n')
  .slice(2)
  .map((row) => /^\| (.+?) +\| `([\w.-]+)`(?:: "(.+)")? +\|$/.exec(row)?.slice(1) ?? [row]);
const files = ['profile-import', 'profile-document'].flatMap((lib) => {
  const folder = resolve(root, 'libs', lib, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => resolve(folder, name));
});

it('finds the table of kinds in docs/import.md', () => {
  expect(rows.length).toBeGreaterThan(15);
});

it.each(rows)('finds the test that docs/import.md names for the kind: %s', (_kind, file = '', title = '') => {
  const named = files.filter((path) => basename(path) === file);
  expect(named.filter((path) => readFileSync(path, 'utf8').includes(title))).toHaveLength(1);
});
