// Proves that every rule still reports: the real configuration runs over the files of fixtures/, copied to .canar/fixtures.
// A file that begins with `// breaks: RULE` or `// breaks: RULE, WORDS OF ITS MESSAGE` must be rejected by that rule only,
// any other file by none, and every rule needs such a file. Usage: node tools/quality/check-fixtures.mjs
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import eslintConfig from '../../eslint.config.mjs';
import { projectGraph } from './project-graph.mjs';

const workspace = join(import.meta.dirname, '../..');
const copy = join(workspace, '.canar/fixtures');
const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const typedRules = JSON.parse(readFileSync(join(workspace, '.oxlintrc.json'), 'utf8'));

/** Generated files that break a rule by their length or number. */
const GENERATED = {
  'apps/api/src/billing/tariff.ts': [
    '// breaks: max-lines',
    ...Array.from({ length: 250 }, (_, row) => `export const tariff${row} = ${row};`),
  ],
  'apps/api/src/billing/add-up.ts': [
    '// breaks: max-lines-per-function',
    'export function addUp(sum: number): number {',
    ...Array.from({ length: 39 }, (_, row) => `  sum += ${row};`),
    '  return sum;',
    '}',
  ],
};

const CROWDED = Array.from({ length: 26 }, (_, row) => String.fromCharCode(97 + row));
for (const name of CROWDED) {
  const head = name === 'z' ? '// breaks: canar/folder-size' : '// One of the files that are allowed.';
  GENERATED[`apps/api/src/billing/crowded/${name}.ts`] = [head, `export const ${name} = 1;`];
}

/** Imaginary projects, so that each tag constraint has something to reject. */
const IMAGINARY = {
  'libs/clipboard': ['type:lib', 'runtime:browser'],
  'tools/stopwatch': ['type:tool', 'runtime:universal'],
};

function writeCopy(path, content) {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), typeof content === 'string' ? content : JSON.stringify(content));
}

/** Writes the settings of the workspace in the copy, which has fewer projects than ours and two more. */
function writeSettings() {
  const paths = { '@canar/*': ['./libs/*/src/index.ts', './tools/*/src/index.ts'] };
  writeCopy('tsconfig.base.json', { extends: '../../tsconfig.base.json', compilerOptions: { paths } });
  writeCopy('nx.json', { analytics: false, plugins: [] });
  for (const [root, tags] of Object.entries(IMAGINARY)) {
    writeCopy(`${root}/project.json`, {
      name: basename(root),
      tags,
      sourceRoot: `${root}/src`,
      projectType: 'library',
    });
    writeCopy(`${root}/tsconfig.json`, { extends: '../../tsconfig.base.json', include: ['src'] });
  }
}

/** Copies configuration, project settings and fixtures; returns the paths of the copied sources. */
function copyFixtures() {
  rmSync(copy, { recursive: true, force: true });
  const settings = ['*/project.json', '*/tsconfig.json', '*/*/project.json', '*/*/tsconfig.json'];
  const { stdout } = spawnSync('git', ['ls-files', '--', ...settings.map((glob) => `:(glob)${glob}`)], {
    cwd: workspace,
    encoding: 'utf8',
  });
  const configuration = [
    'eslint.config.mjs',
    '.oxlintrc.json',
    '.dependency-cruiser.cjs',
    'package.json',
    'package-lock.json',
    'tools/quality',
  ];
  for (const path of [...configuration, ...stdout.split('\n').filter(Boolean)]) {
    cpSync(join(workspace, path), join(copy, path), { recursive: true });
  }
  rmSync(join(copy, 'tools/quality/fixtures'), { recursive: true });
  cpSync(join(workspace, 'tools/quality/fixtures'), copy, { recursive: true });
  writeSettings();
  for (const [path, lines] of Object.entries(GENERATED)) writeCopy(path, `${lines.join('\n')}\n`);
  return readdirSync(copy, { recursive: true }).filter((path) =>
    /\/src\/.+\.tsx?$|^infra\/lib\/.+\.(ts|js)$/.test(path),
  );
}

/** Runs a program of node_modules in the copy and returns the JSON that it writes. */
function jsonOf(program, ...args) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('NX_'));
  const env = {
    ...Object.fromEntries(inherited),
    NX_DAEMON: 'false',
    NX_ISOLATE_PLUGINS: 'false',
    NX_WORKSPACE_ROOT_PATH: copy,
  };
  const command = [join(workspace, 'node_modules', program), ...args];
  const { stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: copy,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`${program} failed:\n${stdout}${stderr}`);
  }
}

/** The reports of oxlint about the copy, under the rules' names in its configuration. */
function typedReports() {
  mkdirSync(join(copy, '.git')); // or oxlint would obey the workspace's .gitignore, which names the copy
  const { diagnostics } = jsonOf('oxlint/bin/oxlint', '--type-aware', '--format', 'json', 'apps', 'libs', 'infra');
  return diagnostics.map(({ filename, code, message }) => {
    return { path: filename, rule: code.replace(/^(.+)\((.+)\)$/, '$1/$2'), message };
  });
}

/** All reports of ESLint, oxlint and dependency-cruiser about the copy. */
function reports() {
  jsonOf('nx/dist/bin/nx.js', 'show', 'projects', '--json');
  const lint = jsonOf('eslint/bin/eslint.js', 'apps', 'libs', 'infra', '--format', 'json').flatMap(
    ({ filePath, messages }) =>
      messages.map(({ ruleId, message }) => {
        const rule = ruleId ?? (message.includes('noInlineConfig') ? 'noInlineConfig' : 'parser');
        return { path: relative(copy, filePath), rule, message };
      }),
  );
  const graph = jsonOf('dependency-cruiser/bin/dependency-cruise.mjs', 'apps', 'libs', '--output-type', 'json');
  const boundaries = graph.summary.violations.map(({ from, to, rule }) => {
    return { path: from, rule: rule.name, message: `imports ${to}` };
  });
  return [...lint, ...typedReports(), ...boundaries];
}

/** The entries of a rule that need a fixture each, by words of their messages. */
function entriesOf(rule, options) {
  if (rule === '@nx/enforce-module-boundaries') return projectGraph.map(({ sourceTag }) => sourceTag);
  if (rule === 'no-restricted-syntax') return options.map(({ message }) => message);
  if (rule === 'no-restricted-imports')
    return Object.values(options[0])
      .flat()
      .map(({ message }) => message);
  return [''];
}

/** Every rule that needs a fixture, with words of the message where one rule has several entries. */
function rules() {
  const blocks = eslintConfig.filter(({ name }) => name?.startsWith('rules'));
  const lint = blocks.flatMap((block) =>
    Object.entries({ ...block.rules, ...block.linterOptions }).flatMap(([rule, options]) =>
      entriesOf(rule, [options].flat().slice(1)).map((message) => ({ rule, message })),
    ),
  );
  const typed = typedRules.overrides.flatMap((block) => Object.keys(block.rules));
  return [...lint, ...[...typed, ...forbidden.map(({ name }) => name)].map((rule) => ({ rule, message: '' }))];
}

/** The rule that a file says it breaks. */
function brokenRuleOf(path) {
  const [, rule, words = ''] =
    /^\/\/ breaks: ([^,\n]+)(?:, (.+))?\n/.exec(readFileSync(join(copy, path), 'utf8')) ?? [];
  return { path, rule, words };
}

const files = copyFixtures().map(brokenRuleOf);
const fixtures = files.filter(({ rule }) => rule);
const reported = reports();
const covers = (fixture, { rule, message }) => fixture.rule === rule && message.includes(fixture.words);

const silent = fixtures.filter(
  (fixture) => !reported.some((report) => report.path === fixture.path && covers(fixture, report)),
);
const unexpected = reported.filter(
  ({ path, ...report }) => !fixtures.some((fixture) => fixture.path === path && covers(fixture, report)),
);
const expected = rules();
const uncovered = expected.filter((rule) => !fixtures.some((fixture) => covers(fixture, rule)));

const problems = [
  ...silent.map(({ path, rule, words }) => `${path}: ${rule} no longer fires ${words}`),
  ...unexpected.map(({ path, rule, message }) => `${path}: ${rule} fires and should not: ${message}`),
  ...uncovered.map(({ rule, message }) => `${rule} has no fixture: ${message}`),
];
console.log(
  problems.join('\n') ||
    `${expected.length} rules, ${fixtures.length} fixtures, ${files.length - fixtures.length} files without a fault.`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
