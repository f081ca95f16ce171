import { Injectable } from '@nestjs/common';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { RedisConnection } from '../cache/redis-connection';
import { Config } from '../config/config';
import { problem } from '../errors/problem';
import { type Networks, networksOf } from './networks-of';

const tooMany = problem('too-many', 'request.too-many', 'Too many requests. Wait a moment and try again.');

/** Requests allowed in a minute, by what is counted. */
const perMinute = {
  'register.address': 5,
  'sign-in.account-address': 10,
  'sign-in.address': 50,
  'forgot.account-address': 10,
  'forgot.address': 50,
  'write.account': 300,
  'read.account': 1_200,
  'anonymous.address': 300,
  'import.account': 20,
  'import.address': 10,
  'export.account': 60,
  'render.address': 120,
  'unlock.page-address': 10,
  'unlock.address': 50,
  'unlock.page': 100,
} as const;

export type LimitName = keyof typeof perMinute;

/** A limit and whose request is counted. */
export type LimitedKey = [name: LimitName, key: string];

/** How many times the limit of a /64 all networks of a /56 have together. */
const siteFactor = 5;

/** What is left of a limit. */
export interface LimitState {
  name: LimitName;
  limit: number;
  remaining: number;
  resetSeconds: number;
}

/** Counts requests per minute: in Redis when there is one, so that processes count together; in memory while it is away. */
@Injectable()
export class RateLimits {
  /** How long a request counts. */
  protected readonly windowSeconds: number = 60;
  private readonly limiters = new Map<string, RateLimiterAbstract>();
  private readonly factor: number;

  constructor(
    config: Config,
    private readonly redis: RedisConnection,
  ) {
    this.factor = config.env.RATE_LIMITS === 'relaxed' ? 1_000 : 1;
  }

  /**
   * Counts one request against a limit; an IPv6 address also against that of its /56, which is `siteFactor` times as high.
   * @param key whose request it is; the limits of an address have it last, and count its network
   * @throws {DomainError} `request.too-many` with `retryAfter` in seconds
   */
  async consume(name: LimitName, key: string): Promise<LimitState> {
    const { network, site } = keysOf(name, key);
    const state = await this.count(name, this.limiter(name), network);
    if (site !== null) await this.count(name, this.limiter(name, 'site'), site);
    return state;
  }

  /** Takes one request off the count again: it turned out to be none of those that are limited. */
  async giveBack(name: LimitName, key: string): Promise<void> {
    const { network, site } = keysOf(name, key);
    await this.limiter(name).reward(network);
    if (site !== null) await this.limiter(name, 'site').reward(site);
  }

  /**
   * Does what is limited, and counts it only when it fails. It is counted beforehand and taken off again, so that many
   * at once are limited too.
   * @param refused called with the limit that rejects it
   * @throws {DomainError} `request.too-many`, and what the work throws
   */
  async countFailures<T>(
    limited: readonly LimitedKey[],
    work: () => Promise<T>,
    refused: (name: LimitName) => void,
  ): Promise<T> {
    for (const [name, key] of limited) {
      await this.consume(name, key).catch((error: unknown) => {
        refused(name);
        throw error;
      });
    }
    const done = await work();
    for (const [name, key] of limited) await this.giveBack(name, key);
    return done;
  }

  private async count(name: LimitName, limiter: RateLimiterAbstract, key: string): Promise<LimitState> {
    try {
      return stateOf(name, limiter.points, await limiter.consume(key));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw tooMany(undefined, { extras: { retryAfter } });
    }
  }

  private limiter(name: LimitName, of: 'network' | 'site' = 'network'): RateLimiterAbstract {
    const keyPrefix = `canar:limit:${name}${of === 'site' ? ':site' : ''}`;
    const known = this.limiters.get(keyPrefix);
    if (known) return known;
    const points = perMinute[name] * this.factor * (of === 'site' ? siteFactor : 1);
    const limiter = this.make({ keyPrefix, points, duration: this.windowSeconds });
    this.limiters.set(keyPrefix, limiter);
    return limiter;
  }

  private make(options: { keyPrefix: string; points: number; duration: number }): RateLimiterAbstract {
    const memory = new RateLimiterMemory(options);
    const { client } = this.redis;
    return client ? new RateLimiterRedis({ ...options, storeClient: client, insuranceLimiter: memory }) : memory;
  }
}

/** The keys under which a request is counted. */
function keysOf(name: LimitName, key: string): Networks {
  if (!name.endsWith('address')) return { network: key, site: null };
  const { network, site } = networksOf(key.slice(key.lastIndexOf(' ') + 1));
  const before = key.slice(0, key.lastIndexOf(' ') + 1);
  return { network: before + network, site: site && before + site };
}

function stateOf(name: LimitName, limit: number, counted: RateLimiterRes): LimitState {
  return { name, limit, remaining: counted.remainingPoints, resetSeconds: Math.ceil(counted.msBeforeNext / 1000) };
}
