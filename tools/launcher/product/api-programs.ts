import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { WORKSPACE } from '../../scripts/nx-command';
import type { DatabaseAddresses } from '../data/database';
import { LaunchError } from '../terminal/launch.errors';

/** The folder of the built API. */
export const API_DIST = join(WORKSPACE, 'dist/apps/api');

/** The program that serves. */
export const API_MAIN = join(API_DIST, 'main.mjs');

/**
 * Prepares a database for the API: roles, then migrations, each when its role's address is known. @throws
 * LaunchError with the output of the program
 */
export async function prepareDatabase(env: NodeJS.ProcessEnv, addresses: DatabaseAddresses): Promise<string> {
  const { DATABASE_ADMIN_URL, DATABASE_MIGRATION_URL } = addresses;
  const all = { ...env, ...addresses };
  if (DATABASE_ADMIN_URL && DATABASE_MIGRATION_URL) await runToEnd('prepare-database.mjs', all);
  if (!DATABASE_MIGRATION_URL) return 'left to you, as DATABASE_MIGRATION_URL is not set';
  return lowerFirst((await runToEnd('migrate.mjs', all)).replace(/\.$/, ''));
}

function runToEnd(program: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((answer, fail) => {
    const child = spawn(process.execPath, [join(API_DIST, program)], {
      cwd: WORKSPACE,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString('utf8'));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', fail);
    child.on('close', (code) => {
      const lines = output.trim().split('\n');
      if (code === 0) answer(lines.at(-1) ?? '');
      else fail(new LaunchError(`The database could not be prepared: ${lines[0] || program}`, lines.slice(1, 20)));
    });
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
