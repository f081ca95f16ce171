// Proves that every house rule still fires: each planted violation is refused by its own rule and by no other, a clean house by
// none, and no rule is without a planted violation. Usage: node tools/boundary-probes/run.mjs
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { buildTree, tree, workspace } from './tree.mjs';

const require = createRequire(import.meta.url);
const SWITCH = 'noInlineConfig';
const TAGS = '@nx/enforce-module-boundaries';

/** Runs one of the tools inside the tree, as it runs in the workspace. */
function run(bin, ...args) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('NX_'));
  const env = { ...Object.fromEntries(inherited), NX_DAEMON: 'false', NX_WORKSPACE_ROOT_PATH: tree };
  return spawnSync(process.execPath, [`${workspace}/node_modules/${bin}`, ...args], {
    cwd: tree,
    env,
    encoding: 'utf8',
  });
}

/** Runs one of the tools with its findings written to a file as JSON, and answers them. */
function findingsOf(bin, ...args) {
  const { stdout, stderr } = run(bin, ...args, 'findings.json');
  if (!existsSync(join(tree, 'findings.json'))) throw new Error(`${bin} did not run:\n${stdout}${stderr}`);
  const findings = JSON.parse(readFileSync(join(tree, 'findings.json'), 'utf8'));
  rmSync(join(tree, 'findings.json'));
  return findings;
}

function lintFindings() {
  const { status, stdout, stderr } = run('nx/dist/bin/nx.js', 'show', 'projects');
  if (status !== 0) throw new Error(`Nx sees no projects in the tree:\n${stdout}${stderr}`);
  const results = findingsOf('eslint/bin/eslint.js', 'apps', 'libs', '--format', 'json', '--output-file');
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => ({
      path: relative(tree, filePath),
      rule: ruleId ?? (message.includes(SWITCH) ? SWITCH : 'parser'),
      message,
    })),
  );
}

function cruiseFindings() {
  const cruise = [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    'apps',
    'libs',
    '--output-type',
    'json',
    '--output-to',
  ];
  return findingsOf(...cruise).summary.violations.map(({ from, to, rule }) => {
    return { path: from, rule: rule.name, message: `imports ${to}` };
  });
}

/** Every rule that must have a planted violation, with the words that tell its variants apart. */
async function rulesOfTheHouse() {
  const { default: blocks } = await import(`${workspace}/eslint.config.mjs`);
  const { projectGraph } = await import(`${workspace}/tools/house-rules/project-graph.mjs`);
  const ours = blocks.filter(({ name }) => name?.startsWith('house'));
  const lint = ours.flatMap(({ rules, linterOptions }) => Object.keys({ ...rules, ...linterOptions }));
  const cruise = require(`${workspace}/.dependency-cruiser.cjs`).forbidden.map(({ name }) => name);
  return [
    ...[...lint, ...cruise].filter((rule) => rule !== TAGS).map((rule) => ({ rule })),
    ...projectGraph.map(({ sourceTag }) => ({ rule: TAGS, words: sourceTag })),
  ];
}

/** What is wrong with one file of the tree: its own rule is silent, or another one speaks. */
function complaintsAbout(path, planted, findings) {
  const own = findings.filter(({ rule, message }) => rule === planted?.rule && message.includes(planted.words ?? ''));
  const foreign = findings.filter((finding) => !own.includes(finding));
  return [
    ...(planted && own.length === 0 ? [`${path}: ${planted.rule} no longer fires`] : []),
    ...foreign.map(({ rule, message }) => `${path}: ${rule} fires and should not: ${message}`),
  ];
}

const files = buildTree();
const findings = [...lintFindings(), ...cruiseFindings()];
const planted = [...files.values()].filter(Boolean);
const rules = await rulesOfTheHouse();
const complaints = [
  ...[...files].flatMap(([path, own]) =>
    complaintsAbout(
      path,
      own,
      findings.filter((finding) => finding.path === path),
    ),
  ),
  ...rules
    .filter(({ rule, words }) => !planted.some((probe) => probe.rule === rule && (!words || probe.words === words)))
    .map(({ rule, words }) => `${[rule, words].filter(Boolean).join(', ')}: no planted violation`),
];

if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exitCode = 1;
} else {
  console.log(
    `${rules.length} rules refuse ${planted.length} planted violations; ${files.size - planted.length} clean files pass.`,
  );
}
