import { FairQueue, type Turn } from './fair-queue';

/** A queue whose jobs end when the spec says so. */
function startQueue(limits: Partial<ConstructorParameters<typeof FairQueue>[0]> = {}) {
  const queue = new FairQueue({ maxRunning: 1, maxWaiting: 100, maxWaitingPerQueue: 100, ...limits });
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (name: string, turn: Turn) =>
    queue.run(turn, () => {
      started.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    for (let tick = 0; tick < 5; tick += 1) await Promise.resolve();
  };
  return { add, end, started };
}

it('starts a job of another tenant after the running one, however many wait', async () => {
  const { add, end, started } = startQueue();
  for (const name of ['a1', 'a2', 'a3']) void add(name, { queue: 'a' });
  void add('b1', { queue: 'b' });
  await end('a1');
  expect(started).toEqual(['a1', 'b1']);
  await end('b1');
  expect(started).toEqual(['a1', 'b1', 'a2']);
});

it('runs one job of a tenant at a time, also when there is room', () => {
  const { add, started } = startQueue({ maxRunning: 2 });
  void add('a1', { queue: 'a' });
  void add('a2', { queue: 'a' });
  void add('b1', { queue: 'b' });
  expect(started).toEqual(['a1', 'b1']);
});

it('runs one job about a subject at a time, for any number of callers', async () => {
  const { add, end, started } = startQueue({ maxRunning: 2 });
  void add('a1', { queue: 'a', exclusive: 'profile' });
  void add('b1', { queue: 'b', exclusive: 'profile' });
  expect(started).toEqual(['a1']);
  await end('a1');
  expect(started).toEqual(['a1', 'b1']);
});

it('rejects jobs beyond the maximum of one queue and of all queues', async () => {
  const { add } = startQueue({ maxWaiting: 2, maxWaitingPerQueue: 1 });
  void add('a1', { queue: 'a' });
  void add('a2', { queue: 'a' });
  await expect(add('a3', { queue: 'a' })).rejects.toThrow('Too many jobs');
  void add('b1', { queue: 'b' });
  await expect(add('c1', { queue: 'c' })).rejects.toThrow('Too many jobs');
});

it('runs the next job after one that fails', async () => {
  const queue = new FairQueue({ maxRunning: 1, maxWaiting: 10, maxWaitingPerQueue: 10 });
  const failed = queue.run({ queue: 'a' }, () => Promise.reject(new Error('on request')));
  const next = queue.run({ queue: 'a' }, () => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('on request');
  await expect(next).resolves.toBe('done');
});
