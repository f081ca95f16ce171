import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { isStale, markBuilt, stampOf, type Build } from './builds';

const build: Build = { project: 'api', output: 'dist/apps/api/main.mjs', sources: ['apps/api', 'package-lock.json'] };
let workspace: string;

beforeEach(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'canar-builds-'));
  for (const file of ['apps/api/src/main.ts', 'package-lock.json', build.output]) write(file);
  await markBuilt(build, await stampOf(build, workspace), workspace);
});

afterEach(() => rmSync(workspace, { recursive: true }));

function write(file: string, text = 'x'): void {
  const path = join(workspace, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe('isStale', () => {
  it('a build is fresh right after it was made', async () => {
    expect(await isStale(build, workspace)).toBe(false);
  });

  it.each([
    ['a source grows', () => write('apps/api/src/main.ts', 'xyz')],
    ['a source is touched', () => utimesSync(join(workspace, 'apps/api/src/main.ts'), 1, 1)],
    ['a source is added', () => write('apps/api/src/new.ts')],
    ['a source is removed', () => rmSync(join(workspace, 'apps/api/src/main.ts'))],
    ['packages change', () => write('package-lock.json', '{}')],
    ['its output is gone', () => rmSync(join(workspace, build.output))],
  ])('a build is stale when %s', async (_, change) => {
    change();
    expect(await isStale(build, workspace)).toBe(true);
  });

  it.each(['apps/api/src/main.spec.ts', 'apps/api/README.md', 'apps/api/node_modules/x/index.js', 'apps/web/src/a.ts'])(
    'a build stays fresh when %s changes',
    async (file) => {
      write(file);
      expect(await isStale(build, workspace)).toBe(false);
    },
  );
});
