import { z } from 'zod';
import { NoMetrics } from '../observability/metrics';
import { RedisConnection } from './redis-connection';
import { TieredCache, type MemoryLimits } from './tiered-cache';

const limits: MemoryLimits = { entries: 3, characters: 1_000, besideRedisMs: 5_000 };
const text = z.string();

/** A promise and the function that settles it. */
function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

describe('the cache without Redis', () => {
  let cache: TieredCache;
  beforeEach(() => (cache = new TieredCache(new RedisConnection(undefined), new NoMetrics(), limits)));

  it('gives back what was set, as JSON would', async () => {
    await cache.set('page', { title: 'Ada', seen: new Date(0), gone: undefined }, 60);
    await expect(cache.get('page', z.unknown())).resolves.toEqual({ title: 'Ada', seen: '1970-01-01T00:00:00.000Z' });
  });

  it('stores strings that look like encoded values unchanged', async () => {
    await cache.set('name', '_function_x|alert(1)', 60);
    await expect(cache.get('name', text)).resolves.toBe('_function_x|alert(1)');
  });

  it('treats a value that the schema rejects as a miss', async () => {
    await cache.set('count', 'many', 60);
    await expect(cache.get('count', z.number())).resolves.toBeUndefined();
  });

  it('stores a value that later changes of the original do not reach', async () => {
    const value = { tags: ['one'] };
    await cache.set('tags', value, 60);
    value.tags.push('two');
    const read = (await cache.get('tags', z.unknown())) as typeof value;
    expect(() => read.tags.push('three')).toThrow(TypeError);
    await expect(cache.get('tags', z.unknown())).resolves.toEqual({ tags: ['one'] });
  });

  it('forgets what was deleted and what has expired', async () => {
    await cache.set('a', 'x', 60);
    await cache.delete('a');
    await expect(cache.get('a', text)).resolves.toBeUndefined();
    await expect(cache.set('b', 'x', 0)).rejects.toThrow(RangeError);
  });

  it('evicts the least recently used entries above the maximum', async () => {
    for (const key of ['a', 'b', 'c']) await cache.set(key, key, 60);
    await cache.get('a', text);
    await cache.set('d', 'd', 60);
    await expect(cache.get('a', text)).resolves.toBe('a');
    await expect(cache.get('b', text)).resolves.toBeUndefined();
  });

  it('evicts entries above the maximum of characters', async () => {
    await cache.set('large', 'x'.repeat(2_000), 60);
    await cache.set('a', 'x'.repeat(600), 60);
    await cache.set('b', 'x'.repeat(600), 60);
    await expect(cache.get('large', text)).resolves.toBeUndefined();
    await expect(cache.get('a', text)).resolves.toBeUndefined();
    await expect(cache.get('b', text)).resolves.toHaveLength(600);
  });

  it('computes once for callers that ask at the same time, and then no more', async () => {
    const { promise, resolve } = deferred<string>();
    const compute = jest.fn(() => promise);
    const asked = Array.from({ length: 20 }, () => cache.getOrCompute('page', text, 60, compute));
    resolve('made');
    await expect(Promise.all(asked)).resolves.toEqual(Array(20).fill('made'));
    await cache.getOrCompute('page', text, 60, compute);
    expect(compute).toHaveBeenCalledTimes(1);
  });

  it('passes a failed computation to its callers and stores nothing', async () => {
    const failing = () => Promise.reject(new Error('no database'));
    const asked = [cache.getOrCompute('page', text, 60, failing), cache.getOrCompute('page', text, 60, failing)];
    await Promise.all(asked.map((one) => expect(one).rejects.toThrow('no database')));
    await expect(cache.getOrCompute('page', text, 60, () => Promise.resolve('made'))).resolves.toBe('made');
  });

  it('stores no computation that began before its key was deleted', async () => {
    const { promise, resolve } = deferred<string>();
    const old = cache.getOrCompute('page', text, 60, () => promise);
    await cache.delete('page');
    const fresh = cache.getOrCompute('page', text, 60, () => Promise.resolve('new'));
    resolve('old');
    await expect(old).resolves.toBe('old');
    await expect(fresh).resolves.toBe('new');
    await expect(cache.get('page', text)).resolves.toBe('new');
  });
});
