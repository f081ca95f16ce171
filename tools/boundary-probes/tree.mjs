// Builds a small workspace under .canar/probes: the real rules and project settings over a clean house and planted violations.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const workspace = join(here, '../..');
export const tree = join(workspace, '.canar/probes');

const RULES = [
  'eslint.config.mjs',
  '.dependency-cruiser.cjs',
  'package.json',
  'package-lock.json',
  'tools/house-rules',
  'tools/quality/resolve.cjs',
];
const SETTINGS = ['project.json', 'tsconfig.json'];

/** Projects that do not exist, so that every tag constraint has something it must refuse. */
const IMAGINARY = {
  clipboard: { root: 'libs/clipboard', tags: ['type:lib', 'runtime:browser'] },
  stopwatch: { root: 'tools/stopwatch', tags: ['type:tool', 'runtime:universal'] },
};

/** Violations that are a matter of length are grown here, a line beyond the budget. */
const GROWN = {
  'apps/api/src/billing/tariff.ts': [
    '// breaks: max-lines',
    ...Array.from({ length: 250 }, (_, row) => `export const tariff${row} = ${row};`),
  ],
  'apps/api/src/billing/add-up.ts': [
    '// breaks: house/short-functions',
    'export function addUp(sum: number): number {',
    ...Array.from({ length: 39 }, (_, row) => `  sum += ${row};`),
    '  return sum;',
    '}',
  ],
};

const read = (path) => JSON.parse(readFileSync(join(workspace, path), 'utf8'));

function write(path, content) {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
}

function copySettings() {
  const nested = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(workspace, folder)).map((name) => `${folder}/${name}`),
  );
  const projects = [...nested, 'infra', 'tools'];
  for (const path of [...RULES, ...projects.flatMap((project) => SETTINGS.map((file) => `${project}/${file}`))]) {
    if (existsSync(join(workspace, path))) cpSync(join(workspace, path), join(tree, path), { recursive: true });
  }
}

function imagineProjects() {
  const { compilerOptions, ...base } = read('tsconfig.base.json');
  for (const [name, { root, tags }] of Object.entries(IMAGINARY)) {
    write(`${root}/project.json`, { name, root, tags, sourceRoot: `${root}/src`, projectType: 'library' });
    write(`${root}/tsconfig.json`, { extends: '../../tsconfig.base.json', include: ['src'] });
    write(`${root}/src/index.ts`, `export const ${name} = 1;\n`);
    compilerOptions.paths[`@canar/${name}`] = [`./${root}/src/index.ts`];
  }
  write('tsconfig.base.json', { ...base, compilerOptions });
  write('nx.json', { analytics: false, plugins: [] });
}

/** Makes the tree anew and answers its TypeScript files: each path with the rule it breaks, or with none. */
export function buildTree() {
  rmSync(tree, { recursive: true, force: true });
  copySettings();
  imagineProjects();
  for (const part of ['house', 'planted']) cpSync(join(here, part), tree, { recursive: true });
  for (const [path, lines] of Object.entries(GROWN)) write(path, `${lines.join('\n')}\n`);
  const files = readdirSync(tree, { recursive: true }).filter((path) => /\/src\/.+\.tsx?$/.test(path));
  return new Map(files.map((path) => [path, ruleNamedIn(readFileSync(join(tree, path), 'utf8'))]));
}

/** A planted file begins with the rule that it breaks: `// breaks: RULE` or `// breaks: RULE, WORDS OF THE MESSAGE`. */
function ruleNamedIn(source) {
  const [, rule, words] = /^\/\/ breaks: ([^,\n]+)(?:, (.+))?\n/.exec(source) ?? [];
  return rule && { rule, words };
}
