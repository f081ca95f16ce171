import { getPriority } from 'node:os';
import { join } from 'node:path';
import { WorkerPool } from './worker-pool';

const limits = {
  cpuMs: 500,
  startMs: 240_000,
  wallMs: 240_000,
  rssBytes: 400 * 1024 * 1024,
  heapMegabytes: 64,
  recycleAfter: 100,
  recycleAboveBytes: 300 * 1024 * 1024,
};
const program = { path: join(__dirname, 'testing', 'obedient-worker.mjs') };
const pool = new WorkerPool<string, number>({ program, limits, maxChildren: 1, maxWaiting: 10 });
afterAll(() => pool.close());

it('ends a job that takes too much processor time and does the next one', async () => {
  const before = await pool.run('pid');
  await expect(pool.run('spin')).rejects.toMatchObject({ name: 'WorkFailed', code: 'cpu-time' });
  expect(await pool.run('pid')).not.toBe(before);
});

it('ends a job that takes too much memory, also native memory', async () => {
  const patient = new WorkerPool<string, number>({
    program,
    limits: { ...limits, cpuMs: 60_000 },
    maxChildren: 1,
    maxWaiting: 10,
  });
  await expect(patient.run('hoard')).rejects.toMatchObject({
    code: 'crashed',
    message: expect.stringContaining('SIGKILL'),
  });
  await expect(patient.run('pid')).resolves.toBeGreaterThan(0);
  await patient.close();
});

it('returns why a job was rejected, and reuses the child', async () => {
  const before = await pool.run('pid');
  await expect(pool.run('reject')).rejects.toMatchObject({ code: 'rejected', rejection: { code: 'on-request' } });
  expect(await pool.run('pid')).toBe(before);
});

it('runs every thread of a child at a lower priority than the parent', async () => {
  expect(await pool.run('priorities')).toEqual([Math.min(19, getPriority() + 10)]);
});
