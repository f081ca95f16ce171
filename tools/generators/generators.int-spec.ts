import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { WorkspaceCopy } from './workspace-copy';

const CHECK_LIMIT = 300_000;
const BIN = {
  nx: 'node_modules/nx/dist/bin/nx.js',
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  jest: 'node_modules/jest/bin/jest.js',
};

let copy: WorkspaceCopy;

/** Runs a generator and answers the paths of the files that it wrote. */
function generate(...args: string[]): string[] {
  const output = copy.run(BIN.nx, 'g', ...args);
  return [...output.matchAll(/^(?:CREATE|UPDATE) (\S+)/gm)].map(([, path]) => path ?? '');
}

/** Runs over files what `npm run check` runs over all. */
function checkFiles(files: string[]): void {
  copy.run(BIN.prettier, '--check', ...files);
  copy.run(BIN.eslint, '--max-warnings', '0', ...files);
}

beforeAll(() => (copy = new WorkspaceCopy()), CHECK_LIMIT);
afterAll(() => copy.remove());

describe('the generator of use cases', () => {
  let files: string[];

  beforeAll(() => {
    files = generate('./tools/generators/generators.json:use-case', 'freeze-account', '--module=credits');
  }, CHECK_LIMIT);

  it('writes a use case with controller, response and spec into the module', () => {
    expect(files.sort()).toEqual([
      'apps/api/src/credits/credits.module.ts',
      'apps/api/src/credits/dto/freeze-account.dto.ts',
      'apps/api/src/credits/freeze-account.controller.ts',
      'apps/api/src/credits/use-cases/freeze-account.spec.ts',
      'apps/api/src/credits/use-cases/freeze-account.ts',
    ]);
  });

  it(
    'writes code in format that lint and the compiler accept',
    () => {
      checkFiles(files);
      copy.run(BIN.tsc, '-p', 'apps/api/tsconfig.json');
    },
    CHECK_LIMIT,
  );

  it(
    'writes code within the boundaries',
    () => {
      copy.run(BIN.depcruise, 'apps/api', 'libs', '--output-type', 'err');
    },
    CHECK_LIMIT,
  );

  it(
    'writes a spec that passes',
    () => {
      copy.run(BIN.jest, '-c', 'apps/api/jest.config.cjs', 'freeze-account');
    },
    CHECK_LIMIT,
  );

  it(
    'adds an endpoint that the command of the contract writes down',
    () => {
      copy.run('apps/api/build.mjs');
      copy.run('tools/scripts/write-contract.mjs');
      copy.run('tools/scripts/write-contract.mjs', '--check');
      const { paths } = JSON.parse(readFileSync(join(copy.root, 'libs/api-client/openapi.json'), 'utf8'));
      expect(paths['/api/credits/freeze-account']).toHaveProperty('get.operationId');
    },
    CHECK_LIMIT,
  );
});

describe('the generator of constructs', () => {
  it(
    'writes a construct whose spec passes',
    () => {
      const files = generate('./tools/generators/generators.json:construct', 'report-log');
      checkFiles(files);
      copy.run(BIN.tsc, '-p', 'infra/tsconfig.json');
      copy.run(BIN.jest, '-c', 'infra/jest.config.cjs', 'report-log');
    },
    CHECK_LIMIT,
  );
});

describe('the generator of rules', () => {
  it(
    'writes a rule that its fixture breaks',
    () => {
      const files = generate('./tools/generators/generators.json:rule', 'no-dingbat');
      checkFiles(files.filter((file) => !file.includes('/fixtures/')));
      const fixture = files.find((file) => file.includes('/fixtures/')) ?? '';
      const broken = 'apps/api/src/credits/dingbat.ts';
      renameSync(join(copy.root, fixture), join(copy.root, broken));
      expect(() => copy.run(BIN.eslint, broken)).toThrow('canar/no-dingbat');
      rmSync(join(copy.root, broken));
    },
    CHECK_LIMIT,
  );
});

describe('the generator of pages', () => {
  it(
    'writes a page with its view and its request that lint and the compiler accept',
    () => {
      const files = generate('./tools/generators/generators.json:page', 'invoices', '--feature=billing');
      checkFiles(files);
      copy.run(BIN.tsc, '-p', 'apps/web/tsconfig.json');
      copy.run(BIN.depcruise, 'apps/web', 'libs', '--output-type', 'err');
    },
    CHECK_LIMIT,
  );
});
