import { createHash } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { platformPackage, usableBinaries, type Binaries } from './binaries';
import { clusterFolder, openCluster, prepareFolder, writeSettings, type ClusterFolder } from './cluster';
import { LocalPostgresError } from './local-postgres.errors';
import { canEnter, operatingUser } from './operating-user';
import { adminUrl, choosePort, HOST, runningServer, startServer, stopServer } from './postmaster';
import type { OperatingUser } from './program';

/** Where root stores what the user `postgres` could not reach in a private folder. */
export const DEFAULT_SHELTER = '/var/lib/canar';

/** Options of a start. */
export interface DatabaseOptions {
  /** The folder of this database: cluster, password, port, log. */
  dataDir: string;
  /** 0, the default, keeps the port of the last start or takes a free one. */
  port?: number;
  /** false disables fsync, for data that may be lost in a power failure. */
  durable: boolean;
  /** Receives one line about each deviation from the options. */
  log?: (line: string) => void;
  /** Where root stores what the user `postgres` cannot reach; default /var/lib/canar. */
  shelter?: string;
}

/** A PostgreSQL that accepts connections. */
export interface LocalDatabase {
  /** Address of the superuser `canar_admin` in the database `postgres`. */
  adminUrl: string;
  host: string;
  port: number;
  /** The actual folder of the data: the requested one, or its replacement outside. */
  dataDir: string;
  /** Whether it was running already: left by a killed process, or in use by another. */
  takenOver: boolean;
  /** Stops the server; committed data stays. `immediate` does not let it write anything more: it recovers when it starts again. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}

/**
 * Starts PostgreSQL on a data folder, initialising it on first use; takes over a server that a killed parent left
 * running on it. The server runs until `stop()`, also after this process ends.
 * @throws LocalPostgresError with one clear sentence
 */
export async function startDatabase(options: DatabaseOptions): Promise<LocalDatabase> {
  const log = options.log ?? (() => undefined);
  const shelter = options.shelter ?? DEFAULT_SHELTER;
  const asked = resolve(options.dataDir);
  const user = await operatingUser(join(asked, 'cluster'));
  const folder = clusterFolder(await reachableFolder(asked, user, shelter, log));
  const binaries = await usableBinaries(await platformPackage(), user, shelter, log);
  await prepareFolder(folder, user);
  return openDatabase(folder, binaries, user, options);
}

/** Starts, or takes over, the server of a prepared folder. */
export async function openDatabase(
  folder: ClusterFolder,
  binaries: Binaries,
  user: OperatingUser | null,
  { port: asked = 0, durable }: Pick<DatabaseOptions, 'port' | 'durable'>,
): Promise<LocalDatabase> {
  const password = await openCluster(folder, binaries, user, durable);
  const start = async () => {
    const port = await choosePort(asked, folder);
    await writeSettings(folder, { port, durable }, user);
    return startServer(folder, binaries, user, port);
  };
  const running = await runningServer(folder, password);
  const { port, takenOver } =
    running === null
      ? await startDespiteOthers(start, () => runningServer(folder, password), asked)
      : { port: running, takenOver: true };
  return {
    adminUrl: adminUrl(password, port),
    host: HOST,
    port,
    dataDir: folder.base,
    takenOver,
    stop: (mode) => stopServer(folder, binaries, user, mode),
  };
}

/** Starts again when another process took the free port, or started the same cluster, at the same time. */
async function startDespiteOthers(
  start: () => Promise<number>,
  running: () => Promise<number | null>,
  asked: number,
): Promise<{ port: number; takenOver: boolean }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { port: await start(), takenOver: false };
    } catch (error) {
      const code = error instanceof LocalPostgresError ? error.code : null;
      const passing = code === 'folder-busy' || (code === 'port-taken' && asked === 0);
      if (!passing || attempt === 5) throw error;
      await pause(200 * attempt);
      const port = await running();
      if (port !== null) return { port, takenOver: true };
    }
  }
}

/** The real path of the requested folder (PostgreSQL reports that one), or a folder outside that the user can reach. */
async function reachableFolder(
  asked: string,
  user: OperatingUser | null,
  shelter: string,
  log: (line: string) => void,
): Promise<string> {
  const parent = await nearestExisting(asked);
  if (await canEnter(parent, user)) return join(await realpath(parent), asked.slice(parent.length));
  if (await stat(join(asked, 'cluster')).catch(() => null)) {
    throw new LocalPostgresError(
      'folder-not-writable',
      `The database folder ${asked} exists, but the user it belongs to can no longer enter ${parent}: open that folder to others, or move the database away.`,
    );
  }
  const hash = createHash('sha256').update(asked).digest('hex').slice(0, 12);
  const outside = join(shelter, `postgres-${hash}`);
  log(`The user "postgres" cannot enter ${parent}: the database is stored in ${outside}.`);
  return outside;
}

async function nearestExisting(folder: string): Promise<string> {
  for (let path = folder; ; path = dirname(path)) {
    const found = await stat(path).catch(() => null);
    if (found && !found.isDirectory()) {
      throw new LocalPostgresError(
        'folder-not-writable',
        `The database folder ${folder} cannot be made: ${path} is a file.`,
      );
    }
    if (found || path === dirname(path)) return path;
  }
}
