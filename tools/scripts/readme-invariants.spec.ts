import { readTracked, testFiles, titlesIn, trackedFiles } from './test-titles';

const titles = testFiles.flatMap(titlesIn).sort((a, b) => b.length - a.length);

/** The rows of the tables of a README that name tests: the last cell quotes their titles. */
function rowsOf(path: string): string[] {
  return readTracked(path)
    .split('\n')
    .filter((line) => line.startsWith('|') && /"|spec\.ts/.test(line) && !/^\|[\s:|-]+$/.test(line));
}

const readmes = trackedFiles.filter((path) => /^(?:apps\/api\/src|libs)\/.*README\.md$/.test(path));

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
