import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkspaceCopy } from './workspace-copy';

const BIN = {
  nx: 'node_modules/nx/dist/bin/nx.js',
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript-7/bin/tsc',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  jest: 'node_modules/jest/bin/jest.js',
};
/** The projects that generators write into, and the packages that extend the types of others there. */
const PROJECTS = { 'apps/api': ['@fastify/cookie'], 'apps/web': [], infra: [] };
const projects = Object.keys(PROJECTS);

let copy: WorkspaceCopy;
let useCase: string[];
let construct: string[];
let rule: string[];
let page: string[];
let written: string[];

/** Runs a generator and returns the paths of the files that it wrote. */
function generate(name: string, ...args: string[]): string[] {
  const output = copy.run(BIN.nx, 'g', `./tools/generators/generators.json:${name}`, ...args);
  return [...output.matchAll(/^(?:CREATE|UPDATE) (\S+)/gm)].map(([, path]) => path ?? '').sort();
}

const inProject = (project: string) => written.filter((file) => file.startsWith(`${project}/`));

beforeAll(() => {
  copy = new WorkspaceCopy();
  useCase = generate('use-case', 'freeze-account', '--module=credits');
  construct = generate('construct', 'report-log');
  rule = generate('rule', 'no-dingbat');
  page = generate('page', 'invoices', '--feature=billing');
  written = [...useCase, ...construct, ...page, ...rule.filter((file) => !file.includes('/fixtures/'))];
  for (const [project, types] of Object.entries(PROJECTS)) copy.narrow(project, inProject(project), types);
});

afterAll(() => copy.remove());

describe('the generators', () => {
  it('writes a use case with controller, response and spec into the module', () => {
    expect(useCase).toEqual([
      'apps/api/src/credits/credits.module.ts',
      'apps/api/src/credits/dto/freeze-account.dto.ts',
      'apps/api/src/credits/freeze-account.controller.ts',
      'apps/api/src/credits/use-cases/freeze-account.spec.ts',
      'apps/api/src/credits/use-cases/freeze-account.ts',
    ]);
  });

  it('writes a construct and its spec, and a page with its view and its request', () => {
    expect([construct.length, page.length]).toEqual([2, 3]);
  });

  it('writes formatted code that lint accepts', () => {
    copy.run(BIN.prettier, '--check', ...written);
    copy.run(BIN.eslint, '--max-warnings', '0', ...written);
  });

  it.each(projects)('writes code of %s that the compiler accepts', (project) => {
    copy.run(BIN.tsc, '-p', `${project}/tsconfig.json`);
  });

  it('writes code within the boundaries', () => {
    copy.run(BIN.depcruise, ...projects.flatMap(inProject), '--output-type', 'err');
  });

  it('writes specs that pass', () => {
    const specs = JSON.stringify(written.filter((file) => file.includes('.spec.')).map((file) => `<rootDir>/${file}`));
    writeFileSync(
      join(copy.root, 'jest.config.cjs'),
      `module.exports = require('./jest.preset.cjs').project('generated', { testMatch: ${specs} });`,
    );
    const output = copy.run(BIN.jest, '--listTests');
    expect(output.trim().split('\n')).toHaveLength(2);
    copy.run(BIN.jest);
  });

  it('writes an endpoint that npm run contract records', () => {
    copy.run('apps/api/build.mjs');
    copy.run('tools/scripts/write-contract.mjs');
    const { paths } = JSON.parse(readFileSync(join(copy.root, 'libs/api-client/openapi.json'), 'utf8'));
    expect(paths['/api/credits/freeze-account']).toHaveProperty('get.operationId');
  });

  it('writes a rule that its fixture breaks', () => {
    const fixture = rule.find((file) => file.includes('/fixtures/')) ?? '';
    const broken = 'tools/scripts/dingbat.mjs';
    renameSync(join(copy.root, fixture), join(copy.root, broken));
    expect(() => copy.run(BIN.eslint, broken)).toThrow('canar/no-dingbat');
  });
});
