import { mkdir, mkdtemp, rmdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { WORKSPACE } from '../../scripts/nx-command';
import { LaunchError } from '../terminal/launch.errors';

/** Folder of the persistent data of a run on this machine; ignored by git. */
export interface DataDir {
  root: string;
  postgres: string;
  files: string;
  secrets: string;
  run: string;
  apiLog: string;
}

/** The paths of a dataDir: `.canar` in the workspace, or the folder in CANAR_DATA_DIR. */
export function dataDirOf(env: NodeJS.ProcessEnv): DataDir {
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
 * Creates the folders of a dataDir.
 * @throws LaunchError when this user may not write there
 */
export async function createDataDir(env: NodeJS.ProcessEnv): Promise<DataDir> {
  const dataDir = dataDirOf(env);
  try {
    await mkdir(dataDir.root, { recursive: true });
    await mkdir(dataDir.files, { recursive: true, mode: 0o700 });
    await rmdir(await mkdtemp(join(dataDir.root, '.writable-')));
    await rmdir(await mkdtemp(join(dataDir.files, '.writable-')));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new LaunchError(
      `The folder ${dataDir.root} cannot be written (${reason}): give your user the right to, or name another with CANAR_DATA_DIR.`,
    );
  }
  return dataDir;
}
