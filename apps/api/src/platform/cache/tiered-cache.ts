import { createCache, memoryStore, multiCaching, type Cache as Tier, type MultiCache } from 'cache-manager';
import type { ZodType } from 'zod';
import type { Metrics } from '../observability/metrics';
import { Cache } from './cache';
import { entryOf, type CacheEntry } from './cache-entry';
import type { RedisConnection } from './redis-connection';
import { RedisTier } from './redis-tier';

const prefix = 'canar:';

/** How much the memory tier holds, and for how long when Redis is behind it. */
export interface MemoryLimits {
  entries: number;
  /** Characters of JSON text. */
  characters: number;
  /** Milliseconds until this process asks Redis again. */
  besideRedisMs: number;
}

const standardLimits: MemoryLimits = { entries: 5_000, characters: 32 * 1024 * 1024, besideRedisMs: 5_000 };

/** The cache in two tiers: this process's memory and, where there is one, the Redis that all processes share. */
export class TieredCache extends Cache {
  private readonly tiers: MultiCache;
  private readonly computing = new Map<string, Promise<unknown>>();

  constructor(
    { client }: RedisConnection,
    private readonly metrics: Metrics,
    limits: MemoryLimits = standardLimits,
  ) {
    super();
    this.tiers = multiCaching(tiersOf(client, limits));
  }

  async get<T>(key: string, schema: ZodType<T>): Promise<T | undefined> {
    const entry = await this.tiers.get<CacheEntry>(prefix + key);
    const parsed = schema.safeParse(entry?.value);
    const hit = entry !== undefined && parsed.success;
    this.metrics.count(hit ? 'CacheHits' : 'CacheMisses');
    return hit ? parsed.data : undefined;
  }

  async set(key: string, value: unknown, ttlSeconds: number): Promise<void> {
    this.computing.delete(key);
    await this.store(key, value, ttlSeconds);
  }

  async delete(key: string): Promise<void> {
    this.computing.delete(key);
    await this.tiers.del(prefix + key);
  }

  getOrCompute<T>(key: string, schema: ZodType<T>, ttlSeconds: number, compute: () => Promise<T>): Promise<T> {
    const joined = this.computing.get(key);
    if (joined) return joined as Promise<T>;
    const isCurrent = () => this.computing.get(key) === work;
    const work = this.find(key, schema, ttlSeconds, compute, isCurrent).finally(() => {
      if (isCurrent()) this.computing.delete(key);
    });
    this.computing.set(key, work);
    return work;
  }

  private async find<T>(
    key: string,
    schema: ZodType<T>,
    ttlSeconds: number,
    compute: () => Promise<T>,
    isCurrent: () => boolean,
  ): Promise<T> {
    const hit = await this.get(key, schema);
    if (hit !== undefined) return hit;
    const value = await compute();
    if (isCurrent()) await this.store(key, value, ttlSeconds);
    return value;
  }

  private async store(key: string, value: unknown, ttlSeconds: number): Promise<void> {
    if (!(ttlSeconds > 0)) throw new RangeError(`A cached value lives longer than ${ttlSeconds} seconds.`);
    const entry = entryOf(value);
    if (entry) await this.tiers.set(prefix + key, entry, Math.ceil(ttlSeconds * 1000));
  }
}

function tiersOf(client: RedisConnection['client'], limits: MemoryLimits): Tier[] {
  const memory: Tier = createCache(
    memoryStore({
      max: limits.entries,
      ttl: limits.besideRedisMs, // for an entry that says none
      maxSize: limits.characters,
      sizeCalculation: (entry) => (entry as CacheEntry).text.length,
      shouldCloneBeforeSet: false, // entries are frozen
      ttlAutopurge: false, // no timer per entry: the limits evict what is not used
    }),
  );
  if (!client) return [memory];
  const setBriefly = (key: string, entry: unknown, ttlMs = limits.besideRedisMs) =>
    memory.set(key, entry, Math.min(ttlMs, limits.besideRedisMs));
  const redis = new RedisTier(client, setBriefly);
  return [{ ...memory, set: setBriefly }, createCache(redis.store)];
}
