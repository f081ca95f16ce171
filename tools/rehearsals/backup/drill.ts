import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { differences, fingerprintOf } from './comparison';
import { copyOf, flipByte, putForgedDump, removeFile, removeLedgerEntry } from './tampering';
import { Installation, type ProgramEnd } from './installation';
import { fillInstallation, type SampleSize } from './sample-tenants';

/** Receives the name of each step and its duration in milliseconds. */
type DrillLog = (done: string, milliseconds: number) => void;

/** An expectation of the drill was not met. */
export class DrillError extends Error {
  override readonly name = 'DrillError';
}

interface Drill {
  source: Installation;
  target: Installation;
  /** A temporary folder, deleted at the end. */
  folder: string;
  size: SampleSize;
  /** Runs a step of the drill and logs it. */
  step<T>(work: () => Promise<T>, describe: (result: T) => string): Promise<T>;
}

/**
 * Backs a filled installation up, restores it on another server, compares their contents, and shows that damage is
 * detected. @param pgCtl PostgreSQL's pg_ctl; its other programs are in the same folder
 * @throws DrillError with the
 * first expectation that is not met
 */
export async function runDrill(pgCtl: string, size: SampleSize, log: DrillLog): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'canar-drill-'));
  const servers = await Promise.all([Installation.start(pgCtl), Installation.start(pgCtl)]);
  const [source, target] = servers;
  const step: Drill['step'] = async (work, describe) => {
    const began = performance.now();
    const result = await work();
    log(describe(result), performance.now() - began);
    return result;
  };
  try {
    const drill = { source, target, folder, size, step };
    await fillSource(drill);
    const backup = await backUp(drill);
    await rejectDamage(drill, backup);
    await restoreWhole(drill, backup);
    await rejectFilled(drill, backup);
    await noticeRemovedEntry(drill, backup);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  }
}

async function fillSource({ source, size, step }: Drill): Promise<void> {
  await step(
    async () => {
      succeeded(await source.run('prepare-database'));
      succeeded(await source.run('migrate'));
      await fillInstallation(source, size);
      await source.asAdmin((client) => client.query('ANALYZE')); // as autovacuum does a little later
      return (await source.postgres('psql', '-Atc', 'SHOW server_version')).split(' ')[0];
    },
    (version) =>
      `PostgreSQL ${version}: ${size.tenants} tenants with ${size.revisions} revisions, charged, written by the application`,
  );
  await step(
    () => source.run('verify-ledger').then(succeeded),
    (said) => said,
  );
}

function backUp({ source, folder, step }: Drill): Promise<string> {
  const work = async () => {
    const said = succeeded(await source.run('backup', '--to', folder)).split('\n');
    const backup = said.at(-1) ?? '';
    const mode = ((await stat(backup)).mode & 0o777) | ((await stat(join(backup, 'database.dump'))).mode & 0o077);
    if (mode !== 0o700) throw new DrillError(`The backup can be read by others: ${mode.toString(8)}.`);
    const [total, dump] = [await bytesIn(backup), (await stat(join(backup, 'database.dump'))).size];
    return { backup, text: `Backup: ${said[0]}; ${megabytes(total)}, the dump ${megabytes(dump)} of it` };
  };
  return step(work, ({ text }) => text).then(({ backup }) => backup);
}

async function rejectDamage({ target, step }: Drill, backup: string): Promise<void> {
  const flipped = await copyOf(backup, 'flipped');
  await flipByte(join(flipped, 'database.dump'));
  await step(
    () => target.run('restore', '--from', flipped),
    (end) => `A flipped byte in the dump is refused: ${refused(end, /database\.dump has changed/)}`,
  );
  const lacking = await copyOf(backup, 'lacking');
  const key = await removeFile(lacking);
  await step(
    () => target.run('restore', '--from', lacking),
    (end) => `A missing file is refused: ${refused(end, new RegExp(`files/${key} is missing`))}`,
  );
  await Promise.all([flipped, lacking].map((copy) => rm(copy, { recursive: true })));
  await requireDatabases(target, []);
}

async function restoreWhole({ source, target, step }: Drill, backup: string): Promise<void> {
  await step(
    () => target.run('restore', '--from', backup).then(succeeded),
    () => 'Restored on another server, compared with the manifest, every chain verified',
  );
  await requireDatabases(target, ['canar_db']);
  const compare = async () => {
    const [before, after] = [await fingerprintOf(source), await fingerprintOf(target)];
    const different = differences(before, after);
    if (different.length > 0) throw new DrillError(`The restored installation differs:\n${different.join('\n')}`);
    const count = (kind: string) => before.filter((line) => line.startsWith(kind)).length;
    return `Nothing differs: ${count('table')} tables row by row, ${count('sequence')} sequences, the schema, ${count('file')} files`;
  };
  await step(compare, (said) => said);
  await step(
    () => target.run('verify-ledger').then(succeeded),
    (said) => `On the restored server: ${said}`,
  );
}

function rejectFilled({ target, step }: Drill, backup: string): Promise<unknown> {
  return step(
    () => target.run('restore', '--from', backup),
    (end) => `A filled database is left alone: ${refused(end, /holds data: nothing was changed/)}`,
  );
}

async function noticeRemovedEntry({ target, folder, step }: Drill, backup: string): Promise<void> {
  const { tenantId, sequence } = await removeLedgerEntry(target);
  await step(
    () => target.run('verify-ledger'),
    (end) => `A removed ledger row is named: ${refused(end, new RegExp(`${tenantId}.* entry ${sequence} `))}`,
  );
  const forged = await copyOf(backup, 'forged');
  await putForgedDump(forged, target);
  await step(
    () => target.run('restore', '--from', forged, '--into', 'rehearsal', '--files', join(folder, 'files')),
    (end) => `A dump without that row and with right checksums is refused: ${refused(end, /credits\.entries has/)}`,
  );
  await requireDatabases(target, ['canar_db']);
  await step(
    () => target.run('restore', '--from', backup, '--replace').then(succeeded),
    () => 'Restored with --replace; the previous database is retained',
  );
  succeeded(await target.run('verify-ledger'));
}

async function requireDatabases(installation: Installation, expected: string[]): Promise<void> {
  const found = await installation.databases();
  if (found.join() !== expected.join()) throw new DrillError(`The server holds ${found.join(', ') || 'no database'}.`);
}

function succeeded({ code, output }: ProgramEnd): string {
  if (code !== 0) throw new DrillError(output);
  return output;
}

function refused({ code, output }: ProgramEnd, expected: RegExp): string {
  const line = output.split('\n').at(-1) ?? '';
  if (code === 1 && expected.test(line)) return `“${line}”`;
  throw new DrillError(`This was to be refused (${expected}): ${output}`);
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
