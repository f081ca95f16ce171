import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** The workspace's root: where the product is run from. */
export const workspace = resolve(__dirname, '../../../..');

/** A program of the built API. */
type BuiltProgram = 'main' | 'migrate' | 'prepare-database';

/** The bundle of a program. */
export function bundleOf(program: BuiltProgram): string {
  return join(workspace, 'dist/apps/api', `${program}.mjs`);
}

/** The environment of a program of the product: only the variables that name folders are inherited. */
export function environmentOf(variables: Record<string, string>): Record<string, string> {
  const inherited = Object.entries(process.env).filter(([name]) => ['PATH', 'HOME', 'TMPDIR', 'TZ'].includes(name));
  return { ...Object.fromEntries(inherited.map(([name, value]) => [name, value ?? ''])), ...variables };
}

/** Runs a program to its end. @throws {Error} with its output, when it fails */
export async function runToEnd(program: BuiltProgram, variables: Record<string, string>): Promise<void> {
  await promisify(execFile)(process.execPath, [bundleOf(program)], {
    cwd: workspace,
    env: environmentOf(variables),
  });
}
