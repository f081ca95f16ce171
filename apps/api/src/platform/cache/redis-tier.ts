import { redisInsStore, type RedisStore } from 'cache-manager-ioredis-yet';
import type { Redis } from 'ioredis';
import { entryFromText, type CacheEntry } from './cache-entry';

const restMs = 1_000;
const maxMissedChanges = 10_000;

/** Called when Redis had a value, with the milliseconds it still lives. */
export type OnRedisHit = (key: string, entry: CacheEntry, remainingMs: number) => Promise<void>;

/**
 * The shared tier: cache-manager's Redis store, made safe for a Redis that goes and comes back.
 *
 * Values travel as plain JSON text, because the store's own encoding revives dates, symbols and functions from
 * strings that look like them. After a timeout Redis is left alone for a second. A change that Redis did not hear is
 * made good by deleting the key before anything else is asked of it.
 */
export class RedisTier {
  /** What cache-manager works with. */
  readonly store: RedisStore;
  private readonly missedChanges = new Set<string>();
  private readonly reading = new Map<string, object>();
  private restingUntil = 0;

  constructor(
    private readonly client: Redis,
    private readonly onHit: OnRedisHit,
  ) {
    const plain = redisInsStore(client);
    this.store = {
      ...plain,
      get: async <T>(key: string) => (await this.get(key)) as T | undefined,
      set: (key, entry, ttlMs) => this.change(key, () => this.write(key, entry as CacheEntry, ttlMs ?? 0)),
      del: (key) => this.change(key, () => plain.del(key)),
      reset: () => Promise.reject(new Error('The cache shares its Redis and never empties it.')),
    };
    client.on('ready', () => this.welcome());
  }

  private welcome(): void {
    this.restingUntil = 0;
    this.ask(() => Promise.resolve()).catch(() => undefined); // tried again before the next command
  }

  private async get(key: string): Promise<CacheEntry | undefined> {
    const ticket = {};
    this.reading.set(key, ticket);
    try {
      const [text, remainingMs] = await this.ask(() => Promise.all([this.client.get(key), this.client.pttl(key)]));
      const entry = text === null ? undefined : entryFromText(text);
      // A change of this key since we asked makes the answer stale: do not store it.
      if (entry && remainingMs > 0 && this.reading.get(key) === ticket) await this.onHit(key, entry, remainingMs);
      return entry;
    } finally {
      if (this.reading.get(key) === ticket) this.reading.delete(key);
    }
  }

  private async change(key: string, command: () => Promise<void>): Promise<void> {
    this.reading.delete(key);
    try {
      await this.ask(command);
    } catch (error) {
      this.rememberUnheard(key);
      throw error;
    }
  }

  private async write(key: string, entry: CacheEntry, ttlMs: number): Promise<void> {
    await this.client.set(key, entry.text, 'PX', ttlMs);
  }

  private rememberUnheard(key: string): void {
    this.missedChanges.add(key);
    // Past the bound the oldest is left to its time to live.
    for (const oldest of this.missedChanges) {
      if (this.missedChanges.size <= maxMissedChanges) break;
      this.missedChanges.delete(oldest);
    }
  }

  /** Sends commands unless Redis is away or resting, missed changes first. */
  private async ask<T>(command: () => Promise<T>): Promise<T> {
    if (this.client.status !== 'ready' || performance.now() < this.restingUntil) throw new Error('Redis is away.');
    try {
      await this.retract();
      return await command();
    } catch (error) {
      const refused = error instanceof Error && error.name === 'ReplyError';
      if (!refused) this.restingUntil = performance.now() + restMs;
      throw error;
    }
  }

  private async retract(): Promise<void> {
    if (this.missedChanges.size === 0) return;
    const keys = [...this.missedChanges];
    await this.client.del(...keys);
    keys.forEach((key) => this.missedChanges.delete(key));
  }
}
