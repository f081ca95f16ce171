import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const workspace = resolve(__dirname, '../..');
const title = /(?:\bit|\btest|\))(?:\.(?:each|only))?\(\s*(?:'((?:[^'\\]|\\.)+)'|"((?:[^"\\]|\\.)+)"|`([^`]+)`)/g;

/** The paths of all files of the repository, from its root, also of new ones. */
export const trackedFiles = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: workspace,
  encoding: 'utf8',
}).split('\n');

/** The text of a file of the repository. @param path from the root */
export function readTracked(path: string): string {
  return readFileSync(join(workspace, path), 'utf8');
}

/** The files that contain tests, also those that several specs share. */
export const testFiles = trackedFiles.filter((path) =>
  /\.(?:spec|int-spec|e2e-spec)\.tsx?$|\/testing\/.*\.ts$/.test(path),
);

/** The titles of the tests of a file, as they are written there: `%s` and `${…}` are not filled in. */
export function titlesIn(path: string): string[] {
  return [...readTracked(path).matchAll(title)].map(([, single, double, template]) =>
    (single ?? double ?? template ?? '').replace(/\\(.)/g, '$1'),
  );
}

/** What is wrong with the tests that a text names, as `file`: "title", "title": files and titles that do not exist, or no test at all. */
export function faultsOfNamedTests(text: string): string[] {
  const named = [...text.matchAll(/`([^`]+)`: ("[^"]+"(?:, "[^"]+")*)/g)];
  if (named.length === 0) return ['names no test'];
  return named.flatMap(([, name = '', quoted = '']) => {
    const files = testFiles.filter((path) => path === name || path.endsWith(`/${name}`));
    if (files.length !== 1) return [`${name} is ${files.length} files`];
    const known = new Set(files.flatMap(titlesIn));
    const missing = [...quoted.matchAll(/"([^"]+)"/g)].filter(([, title = '']) => !known.has(title));
    return missing.map(([title]) => `${name} has no test ${title}`);
  });
}
