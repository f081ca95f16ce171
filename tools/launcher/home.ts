import { mkdir, mkdtemp, rmdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { WORKSPACE } from '../nx/nx-command';
import { LaunchError } from './launch.errors';

/** Where a run on this machine keeps what must survive it; ignored by git. */
export interface Home {
  root: string;
  postgres: string;
  files: string;
  secrets: string;
  run: string;
  apiLog: string;
}

/** The places of a home: `.canar` in the workspace, or the folder that CANAR_DATA_DIR names. */
export function homeOf(env: NodeJS.ProcessEnv): Home {
  const root = resolve(WORKSPACE, env['CANAR_DATA_DIR'] || '.canar');
  return {
    root,
    postgres: join(root, 'postgres'),
    files: join(root, 'files'),
    secrets: join(root, 'secrets.json'),
    run: join(root, 'run.json'),
    apiLog: join(root, 'api.log'),
  };
}

/**
 * Makes the folders of a home.
 * @throws LaunchError when this user may not write there
 */
export async function openHome(env: NodeJS.ProcessEnv): Promise<Home> {
  const home = homeOf(env);
  try {
    await mkdir(home.root, { recursive: true });
    await mkdir(home.files, { recursive: true, mode: 0o700 });
    await rmdir(await mkdtemp(join(home.root, '.writable-')));
    await rmdir(await mkdtemp(join(home.files, '.writable-')));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new LaunchError(
      `The folder ${home.root} cannot be written (${reason}): give your user the right to, or name another with CANAR_DATA_DIR.`,
    );
  }
  return home;
}
