import { Logger } from '@nestjs/common';
import { programPath, startRedis, type TestRedis } from '@canar/test-programs';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { eventually } from '../testing/eventually';
import { NoMetrics } from '../observability/metrics';
import { RedisConnection } from './redis-connection';
import { TieredCache } from './tiered-cache';

const program = programPath('redis-server', process.env);
const withRedis = { describe: program ? describe : describe.skip };
const text = z.string();
const metrics = new NoMetrics();
/** Ends what hangs: a busy machine answers within it. */
const patientMs = 60_000;

/** Unlike `events.once` this bears the errors of attempts to connect that come before. */
const ready = ({ client }: RedisConnection) =>
  new Promise<void>((resolve) => (client as Redis).once('ready', () => resolve()));

/** What is real: redis-server, the client and both tiers. Nothing is faked. */
withRedis.describe('the cache with Redis', () => {
  let redis: TestRedis;
  let here: RedisConnection;
  let there: RedisConnection;
  let cache: TieredCache;
  let other: TieredCache;
  let raw: Redis;

  beforeAll(() => Logger.overrideLogger(false));

  async function connect(): Promise<RedisConnection> {
    const connection = new RedisConnection(redis.url, undefined, patientMs);
    await ready(connection);
    return connection;
  }

  beforeEach(async () => {
    redis = await startRedis({ program: program ?? '' });
    [here, there] = await Promise.all([connect(), connect()]);
    [cache, other] = [new TieredCache(here, metrics), new TieredCache(there, metrics)];
    raw = new Redis(redis.url, { disconnectTimeout: 50 });
    raw.on('error', () => undefined);
  });

  afterEach(async () => {
    [here, there].forEach((connection) => connection.onApplicationShutdown());
    raw.disconnect();
    await redis.stop();
  });

  it('shares values between processes, under its prefix and with a time to live', async () => {
    await cache.set('page', { title: 'Ada' }, 3_600);
    await expect(other.get('page', z.object({ title: text }))).resolves.toEqual({ title: 'Ada' });
    expect(await raw.keys('*')).toEqual(['canar:page']);
    expect(await raw.ttl('canar:page')).toBeGreaterThan(1_800);
  });

  it('refills its memory from Redis and then asks Redis no more', async () => {
    await cache.set('page', 'made', 60);
    await other.get('page', text);
    await raw.del('canar:page');
    await expect(other.get('page', text)).resolves.toBe('made');
  });

  it('asks Redis again after the memory time of a value', async () => {
    const brief = new TieredCache(there, metrics, { entries: 10, characters: 1_000, besideRedisMs: 1 });
    await brief.set('page', 'old', 60);
    await cache.set('page', 'new', 60);
    await eventually(
      () => brief.get('page', text),
      (answer) => answer === 'new',
    );
  });

  it('deletes a value for every process without it in memory', async () => {
    await cache.set('page', 'made', 60);
    await cache.delete('page');
    await expect(other.get('page', text)).resolves.toBeUndefined();
  });

  it.each([
    ['broken JSON', '{"title":'],
    ['another shape', '{"title":7}'],
    ['an encoded function', '"_function_x|() => { throw new Error(\'ran\') }"'],
  ])('takes %s in Redis for a miss', async (_, poison) => {
    await raw.set('canar:page', poison, 'EX', 60);
    await expect(cache.get('page', z.object({ title: text }))).resolves.toBeUndefined();
    await expect(
      cache.getOrCompute('page', z.object({ title: text }), 60, () => Promise.resolve({ title: 'Ada' })),
    ).resolves.toEqual({ title: 'Ada' });
    await expect(raw.get('canar:page')).resolves.toBe('{"title":"Ada"}');
  });

  it('takes a key of another Redis type for a miss', async () => {
    await raw.lpush('canar:page', 'x');
    await expect(cache.get('page', text)).resolves.toBeUndefined();
    expect(here.client?.status).toBe('ready');
  });

  it('goes on when redis-server is killed, and uses it again when it is back', async () => {
    await cache.set('page', 'made', 60);
    await redis.stop();

    await expect(cache.get('page', text)).resolves.toBe('made');
    await cache.set('second', 'made here', 60);
    await expect(cache.getOrCompute('third', text, 60, () => Promise.resolve('computed'))).resolves.toBe('computed');
    await expect(cache.delete('third')).resolves.toBeUndefined();
    await expect(here.reachable()).rejects.toThrow();

    const back = Promise.all([here, there].map(ready));
    redis = await startRedis({ program: program ?? '', port: redis.port });
    await back;
    await cache.set('page', 'made again', 60);
    await expect(other.get('page', text)).resolves.toBe('made again');
    await expect(here.reachable()).resolves.toBeUndefined();
  });

  it('waits once for a hanging redis-server, then skips it for a second', async () => {
    const connection = new RedisConnection(redis.url);
    await ready(connection);
    const impatient = new TieredCache(connection, metrics);
    redis.pause();
    const sent = jest.spyOn(connection.client as Redis, 'sendCommand');
    const now = jest.spyOn(performance, 'now').mockReturnValue(performance.now());
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      await expect(impatient.getOrCompute(key, text, 60, () => Promise.resolve(key))).resolves.toBe(key);
    }
    await impatient.delete('a');
    expect(sent.mock.calls.map(([command]) => command.name)).toEqual(['get', 'pttl']);
    now.mockRestore();
    redis.resume();
    connection.onApplicationShutdown();
  });

  it('leaves no old value when Redis rejects the new one', async () => {
    await cache.set('page', 'old', 60);
    await raw.config('SET', 'maxmemory', '1');
    await cache.set('page', 'new', 60);
    await expect(cache.get('page', text)).resolves.toBe('new');
    await cache.get('another', text);
    await expect(other.get('page', text)).resolves.toBeUndefined();
  });

  it('starts without a Redis that is configured but not there', async () => {
    await redis.stop();
    const connection = new RedisConnection(redis.url);
    const alone = new TieredCache(connection, metrics);
    await alone.set('page', 'made', 60);
    await expect(alone.get('page', text)).resolves.toBe('made');
    connection.onApplicationShutdown();
  });

  it('signs in with a password that the address does not hold', async () => {
    const locked = await startRedis({ program: program ?? '', password: 'sesame' });
    const connection = new RedisConnection(locked.url, 'sesame', patientMs);
    await ready(connection);
    await expect(connection.reachable()).resolves.toBeUndefined();
    connection.onApplicationShutdown();
    await locked.stop();
  });
});
