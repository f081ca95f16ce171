import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** The root of the workspace. */
export const root = resolve(__dirname, '../..');

const step = z.looseObject({ uses: z.string().optional(), run: z.string().optional() });
const permissions = z.union([z.string(), z.record(z.string(), z.string())]).optional();
const job = z.looseObject({ permissions, steps: z.array(step).default([]), 'timeout-minutes': z.number().optional() });
const workflow = z.looseObject({ permissions, jobs: z.record(z.string(), job) });

/** A workflow of GitHub Actions, as far as we judge it. */
export interface Workflow {
  readonly file: string;
  readonly text: string;
  readonly content: z.infer<typeof workflow>;
}

/** A command that a workflow runs, and where. */
export interface Command {
  readonly place: string;
  readonly line: string;
}

/** Every workflow of the repository. */
export function readWorkflows(): Workflow[] {
  const folder = join(root, '.github/workflows');
  return readdirSync(folder).map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return { file: `.github/workflows/${name}`, text, content: workflow.parse(parse(text)) };
  });
}

/** The commands of a workflow, in their order. */
export function commandsOf({ file, content }: Workflow): Command[] {
  return Object.entries(content.jobs).flatMap(([name, { steps }]) =>
    steps.flatMap(({ run }) => (run === undefined ? [] : [{ place: `${file} ${name}`, line: run.trim() }])),
  );
}

/** The actions of a workflow that come from elsewhere, as the file names them: with the version in the comment. */
export function actionsOf({ text }: Workflow): string[] {
  return [...text.matchAll(/uses: ((?!\.\/).+)$/gm)].map(([, action = '']) => action);
}
