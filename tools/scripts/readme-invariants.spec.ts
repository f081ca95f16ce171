import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const workspace = resolve(__dirname, '../..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: workspace,
  encoding: 'utf8',
}).split('\n');
const read = (path: string): string => readFileSync(join(workspace, path), 'utf8');

const title = /(?:\bit|\btest|\))(?:\.(?:each|only))?\(\s*(?:'((?:[^'\\]|\\.)+)'|"((?:[^"\\]|\\.)+)"|`([^`]+)`)/g;
const titles = tracked
  .filter((path) => /\.(?:spec|int-spec|e2e-spec)\.tsx?$|\/testing\/.*\.ts$/.test(path))
  .flatMap((path) => [...read(path).matchAll(title)])
  .map(([, single, double, template]) => (single ?? double ?? template ?? '').replace(/\\(.)/g, '$1'))
  .sort((a, b) => b.length - a.length);

/** The rows of the tables of a README that name tests: the last cell quotes their titles. */
function rowsOf(path: string): string[] {
  return read(path)
    .split('\n')
    .filter((line) => line.startsWith('|') && /"|spec\.ts/.test(line) && !/^\|[\s:|-]+$/.test(line));
}

const readmes = tracked.filter((path) => /^(?:apps\/api\/src|libs)\/.*README\.md$/.test(path));

it.each(readmes)('names only tests that exist in %s', (path) => {
  const unknown = rowsOf(path).filter((row) => {
    const cell = row.split('|').at(-2) ?? '';
    return titles.reduce((rest, known) => rest.replaceAll(`"${known}"`, ''), cell).includes('"');
  });
  expect(unknown).toEqual([]);
});

it('finds rows that name tests in every module of the API', () => {
  const modules = ['auth', 'credits', 'billing', 'profiles', 'publishing', 'statistics', 'platform'];
  expect(modules.filter((module) => rowsOf(`apps/api/src/${module}/README.md`).length < 5)).toEqual([]);
});
