import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { ProgramPlaces } from '@canar/api-env';
import { BackupError } from './backup.errors';

const run = promisify(execFile);
const suffix = process.platform === 'win32' ? '.exe' : '';

/** The two programs of one PostgreSQL major that a backup is written and read with. */
export interface PostgresPrograms {
  pgDump: string;
  pgRestore: string;
}

/**
 * Finds pg_dump and pg_restore of the server's own major: an older one rejects the server, a newer one may write what the
 * server cannot read back.
 * @throws {BackupError} that says what to install
 */
export async function findPostgresPrograms(major: number, places: ProgramPlaces): Promise<PostgresPrograms> {
  const others: string[] = [];
  for (const folder of foldersFor(major, places)) {
    const pgDump = join(folder, `pg_dump${suffix}`);
    const found = await majorOf(pgDump);
    if (found === major) return { pgDump, pgRestore: join(folder, `pg_restore${suffix}`) };
    if (found !== null) others.push(`${found} in ${folder}`);
  }
  const instead = others.length > 0 ? ` (only ${[...new Set(others)].join(', ')})` : '';
  throw new BackupError(
    `The server is PostgreSQL ${major} and this machine has no pg_dump of that major${instead}: ${installAdvice(major)}, ` +
      'or name the folder of its programs in POSTGRES_BIN_DIR.',
  );
}

function foldersFor(major: number, { postgres, path }: ProgramPlaces): string[] {
  if (postgres !== undefined) return [postgres];
  return [
    `/usr/lib/postgresql/${major}/bin`, // Debian
    `/usr/pgsql-${major}/bin`, // Red Hat
    `/opt/homebrew/opt/postgresql@${major}/bin`,
    `/usr/local/opt/postgresql@${major}/bin`,
    `/Library/PostgreSQL/${major}/bin`,
    `C:\\Program Files\\PostgreSQL\\${major}\\bin`,
    ...path.split(delimiter).filter(Boolean),
  ];
}

async function majorOf(program: string): Promise<number | null> {
  const answer = await run(program, ['--version'], { env: {} }).catch(() => null);
  const version = /\(PostgreSQL\) (\d+)/.exec(answer?.stdout ?? '')?.[1];
  return version === undefined ? null : Number(version);
}

function installAdvice(major: number): string {
  if (process.platform === 'darwin') return `install it with "brew install postgresql@${major}"`;
  if (process.platform === 'win32') return `install PostgreSQL ${major}'s command line tools from postgresql.org`;
  return `install it with "apt-get install postgresql-client-${major}" (from apt.postgresql.org where Debian has another major)`;
}

/**
 * Runs one of PostgreSQL's programs to its end.
 * @param settings the whole environment it gets, besides a plain locale
 * @returns what it wrote to its standard output
 * @throws {BackupError} with the first thing it complained of
 */
export async function runPostgresProgram(
  program: string,
  args: readonly string[],
  settings: Record<string, string>,
): Promise<string> {
  try {
    const options = { env: { LC_ALL: 'C', ...settings }, maxBuffer: 64 * 1024 * 1024 };
    return (await run(program, [...args, '--no-password'], options)).stdout;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new BackupError(said.split('\n').find((line) => line.includes('error:')) ?? (said || String(error)), {
      cause: error,
    });
  }
}
