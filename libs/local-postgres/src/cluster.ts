import { randomBytes } from 'node:crypto';
import {
  appendFile,
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';

import { POSTGRES_MAJOR, type Binaries } from './binaries';
import { isWriteRefusal, LocalPostgresError } from './local-postgres.errors';
import { runProgram, type OperatingUser } from './program';

/** The superuser of every cluster that this library creates. */
export const ADMIN_ROLE = 'canar_admin';

/** The files of one cluster; all of them are in one folder, which may be deleted as a whole. */
export interface ClusterFolder {
  base: string;
  /** PostgreSQL's own data directory. */
  cluster: string;
  /** The superuser's password, 0600. */
  password: string;
  /** The port of the last start, so that the address stays the same. */
  port: string;
  /** The server's log since its last start. */
  log: string;
}

/** The layout of a data folder. */
export function clusterFolder(base: string): ClusterFolder {
  return {
    base,
    cluster: join(base, 'cluster'),
    password: join(base, 'password'),
    port: join(base, 'port'),
    log: join(base, 'server.log'),
  };
}

/**
 * Creates the folder of a cluster, private to the account that PostgreSQL runs under.
 * @throws LocalPostgresError `folder-not-writable`
 */
export async function prepareFolder(folder: ClusterFolder, user: OperatingUser | null): Promise<void> {
  try {
    await mkdir(folder.base, { recursive: true });
    if (user) await chown(folder.base, user.uid, user.gid);
    await chmod(folder.base, 0o700);
    await rmdir(await mkdtemp(join(folder.base, '.writable-')));
  } catch (cause) {
    if (!isWriteRefusal(cause)) throw cause;
    throw new LocalPostgresError('folder-not-writable', `The database folder ${folder.base} cannot be written.`, {
      cause,
    });
  }
}

/**
 * The cluster's superuser password; initialises the cluster when the folder has none yet. initdb works in a
 * temporary folder, which is renamed when it is complete: a crash never leaves an incomplete cluster. @param
 * durable false skips the flush to disk at the end
 * @throws LocalPostgresError `folder-broken`,
 * `folder-other-version`, `start-failed` (initdb failed)
 */
export async function openCluster(
  folder: ClusterFolder,
  { initdb, major }: Binaries,
  user: OperatingUser | null,
  durable: boolean,
): Promise<string> {
  if (await isInitialised(folder)) return readPassword(folder);
  const draft = `${folder.cluster}.new`;
  await rm(draft, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  await writeOwned(folder.password, `${password}\n`, user);
  const { code, output } = await runProgram(
    initdb,
    [...initdbArguments(draft, folder.password, major), ...(durable ? [] : ['--no-sync'])],
    { user, cwd: folder.base },
  );
  if (code !== 0) {
    throw new LocalPostgresError('start-failed', `The database could not be initialised: ${lastLine(output)}`);
  }
  await appendFile(join(draft, 'postgresql.conf'), "\ninclude 'canar.conf'\n");
  await rename(draft, folder.cluster);
  return password;
}

/** UTF-8 with the C.UTF-8 rules that are built into PostgreSQL since 17, so the same on every operating system. */
function initdbArguments(dataDirectory: string, passwordFile: string, major: number): string[] {
  return [
    `--pgdata=${dataDirectory}`,
    `--username=${ADMIN_ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`,
    ...(major < 17 ? [] : ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']),
    '--lc-messages=C',
    '--no-instructions',
  ];
}

/** The server's settings; written before each start, so that a new version of this library can change them. */
export async function writeSettings(
  folder: ClusterFolder,
  { port, durable }: { port: number; durable: boolean },
  user: OperatingUser | null,
): Promise<void> {
  const settings = [
    "listen_addresses = '127.0.0.1'",
    `port = ${port}`,
    "unix_socket_directories = ''",
    'max_connections = 200',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    'log_checkpoints = off',
    ...(durable ? [] : ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off']),
  ];
  await writeOwned(join(folder.cluster, 'canar.conf'), `${settings.join('\n')}\n`, user);
}

async function isInitialised({ base, cluster }: ClusterFolder): Promise<boolean> {
  const entries = await readdir(cluster).catch(() => null);
  if (entries === null) return false;
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null || !['global', 'base', 'postgresql.conf'].every((name) => entries.includes(name))) {
    throw brokenFolder(base, `${cluster} holds no complete PostgreSQL cluster`);
  }
  if (version.trim() !== String(POSTGRES_MAJOR)) {
    throw new LocalPostgresError(
      'folder-other-version',
      `The database folder ${base} belongs to PostgreSQL ${version.trim()}, this is PostgreSQL ${POSTGRES_MAJOR}: ` +
        'move the folder away, or export it with its own version first.',
    );
  }
  return true;
}

async function readPassword({ base, password }: ClusterFolder): Promise<string> {
  const text = await readFile(password, 'utf8').catch(() => '');
  if (text.trim() === '') throw brokenFolder(base, `the password file ${password} is missing`);
  return text.trim();
}

/** The error for a data folder that cannot be used. */
export function brokenFolder(base: string, reason: string): LocalPostgresError {
  return new LocalPostgresError(
    'folder-broken',
    `The database folder ${base} is broken (${reason}): restore it from a copy, or move it away to start afresh.`,
  );
}

/** Writes a small file that only the account of PostgreSQL (and root) can read. */
async function writeOwned(file: string, text: string, user: OperatingUser | null): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  if (user) await chown(file, user.uid, user.gid);
}

function lastLine(output: string): string {
  const lines = output.trim().split('\n');
  return lines.find((line) => line.startsWith('initdb: error')) ?? lines.at(-1) ?? 'no message';
}
