import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';

import { LocalPostgresError } from './local-postgres.errors';
import { runProgram, type OperatingUser } from './program';

const run = promisify(execFile);

/**
 * The account to run PostgreSQL under: null for the current one, else (as root) the owner of the existing cluster
 * or the user `postgres`, which is created when the machine does not have it.
 * @throws LocalPostgresError `user-missing` when there is none and it cannot be created
 */
export async function operatingUser(clusterDir: string): Promise<OperatingUser | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(clusterDir).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await findPostgresUser()) ?? (await createPostgresUser());
}

async function findPostgresUser(): Promise<OperatingUser | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function createPostgresUser(): Promise<OperatingUser> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  } catch (cause) {
    // Another process may have created the user in the meantime: only the look-up below decides.
    const found = await findPostgresUser();
    if (found) return found;
    throw new LocalPostgresError(
      'user-missing',
      'PostgreSQL refuses to run as root and the user "postgres" could not be created: run as an ordinary user instead.',
      { cause },
    );
  }
  const created = await findPostgresUser();
  if (created) return created;
  throw new LocalPostgresError('user-missing', 'The user "postgres" was created but cannot be found.');
}

/** Whether the user can enter the folder; tested by trying, so that every kind of permission counts. */
export async function canEnter(folder: string, user: OperatingUser | null): Promise<boolean> {
  if (!user) return true;
  const { code } = await runProgram('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { user, cwd: '/' });
  return code === 0;
}
