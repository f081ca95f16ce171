import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ProfilePrinter, type ProfilePrinterOptions } from './profile-printer';
import { overItsLimit, patientMs } from './testing/over-its-limit';
import { fortyPositions } from './testing/sample-documents';

const assetsDir = join(__dirname, 'testing', 'obedient-assets');
const printers: ProfilePrinter[] = [];

function pool(options: ProfilePrinterOptions = {}): {
  printer: ProfilePrinter;
  tell: (name: string) => Promise<number>;
} {
  const printer = new ProfilePrinter({
    assetsDir,
    startMs: patientMs,
    wallMs: patientMs,
    cpuMs: patientMs,
    ...options,
  });
  printers.push(printer);
  const tell = async (name: string) => {
    const { pdf } = await printer.print({ document: { basics: { name } }, template: 'classic', locale: 'en' });
    return Number(Buffer.from(pdf).toString());
  };
  return { printer, tell };
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<void> {
  while (lives(pid)) await new Promise((resolve) => setImmediate(resolve));
}

afterEach(async () => {
  await Promise.all(printers.splice(0).map((printer) => printer.close()));
});

it('kills a job over its limit and serves the next one from a new child', async () => {
  const { tell } = pool();
  const before = await tell('print');
  const [hung, next] = await overItsLimit(patientMs, () => Promise.allSettled([tell('hang'), tell('print')]));
  expect(hung).toMatchObject({ status: 'rejected', reason: { name: 'PrintFailed', code: 'print.timeout' } });
  expect(next.status).toBe('fulfilled');
  expect(next).not.toMatchObject({ value: before });
  expect(lives(before)).toBe(false);
});

it('rejects the job of a child that crashes and serves the next one from a new child', async () => {
  const { tell } = pool();
  const before = await tell('print');
  await expect(tell('crash')).rejects.toMatchObject({
    code: 'print.failed',
    message: expect.stringContaining('SIGABRT'),
  });
  expect(await tell('print')).not.toBe(before);
});

it('reuses the child after a rejected document', async () => {
  const { tell } = pool();
  const before = await tell('print');
  await expect(tell('refuse')).rejects.toMatchObject({ code: 'print.failed', message: 'on request' });
  expect(await tell('print')).toBe(before);
});

it('survives a child that was killed while idle', async () => {
  const { tell } = pool();
  const before = await tell('print');
  process.kill(before, 'SIGKILL');
  await gone(before);
  expect(await tell('print')).not.toBe(before);
});

it('replaces a child after its maximum of documents or memory', async () => {
  const counted = pool({ recycleAfter: 2 });
  const served = [await counted.tell('1'), await counted.tell('2'), await counted.tell('3')];
  expect(served[1]).toBe(served[0]);
  expect(served[2]).not.toBe(served[0]);
  expect(lives(served[0] ?? 0)).toBe(false);
  const grown = pool();
  const large = await grown.tell('grow');
  expect(await grown.tell('print')).not.toBe(large);
});

it('rejects more jobs than may wait', async () => {
  const { tell } = pool({ maxWaiting: 2 });
  const jobs = await Promise.allSettled(['1', '2', '3', '4'].map(tell));
  expect(jobs.map((job) => job.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
  expect(jobs[3]).toMatchObject({ reason: { code: 'print.busy' } });
});

it('runs at most the configured number of children', async () => {
  const { tell } = pool({ maxChildren: 2 });
  expect(new Set(await Promise.all(['1', '2', '3', '4', '5'].map(tell))).size).toBe(2);
});

it('finishes the running job on close, rejects the rest and ends its processes', async () => {
  const { printer, tell } = pool();
  const jobs = [tell('runs'), tell('waits')];
  const settled = Promise.allSettled(jobs);
  await printer.close();
  const [running, waiting] = await settled;
  expect(running?.status).toBe('fulfilled');
  expect(waiting).toMatchObject({ reason: { code: 'print.closed' } });
  expect(lives(await (jobs[0] ?? Promise.reject(new Error('no job'))))).toBe(false);
  await expect(tell('late')).rejects.toMatchObject({ code: 'print.closed' });
});

it('kills the typesetter in the middle of a document that takes too long', async () => {
  const printer = new ProfilePrinter({ startMs: patientMs, wallMs: patientMs, cpuMs: patientMs });
  printers.push(printer);
  const summary = 'endless words '.repeat(20_000);
  const huge = { ...fortyPositions, work: (fortyPositions.work ?? []).map((job) => ({ ...job, summary })) };
  const print = (document: typeof huge) => printer.print({ document, template: 'classic', locale: 'en' });
  await expect(overItsLimit(patientMs, () => print(huge))).rejects.toMatchObject({ code: 'print.timeout' });
  await expect(print({ ...huge, work: [] })).resolves.toMatchObject({ pages: 1 });
});

it('leaves no child behind when the parent is killed', async () => {
  const tsconfig = join(__dirname, '../../../tsconfig.base.json');
  const parent = fork(join(__dirname, 'testing', 'orphan-parent.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, TSX_TSCONFIG_PATH: tsconfig },
  });
  const [[child]] = (await once(parent, 'message')) as [[number]];
  expect(lives(child)).toBe(true);
  parent.kill('SIGKILL');
  await gone(child);
});
