import { Injectable } from '@nestjs/common';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { RedisConnection } from '../cache/redis-connection';
import { Config } from '../config/config';
import { problem } from '../errors/problem';
import { networkOf } from './network-of';

const tooMany = problem('too-many', 'request.too-many', 'That was too many requests. Wait a moment and try again.');

/** Requests allowed in a minute, by what is counted. */
const perMinute = {
  'register.address': 5,
  'sign-in.account-address': 10,
  'sign-in.address': 50,
  'write.account': 300,
  'read.account': 1_200,
  'anonymous.address': 300,
  'import.account': 20,
  'export.account': 60,
  'render.address': 120,
  'unlock.page-address': 10,
  'unlock.address': 50,
  'unlock.page': 100,
} as const;

export type LimitName = keyof typeof perMinute;

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
  private readonly limiters = new Map<LimitName, RateLimiterAbstract>();
  private readonly factor: number;

  constructor(
    config: Config,
    private readonly redis: RedisConnection,
  ) {
    this.factor = config.env.RATE_LIMITS === 'relaxed' ? 1_000 : 1;
  }

  /**
   * Counts one request against a limit.
   * @param key whose request it is; the limits of an address have it last, and count its network
   * @throws {DomainError} `request.too-many` with `retryAfter` in seconds
   */
  async consume(name: LimitName, key: string): Promise<LimitState> {
    const limiter = this.limiter(name);
    try {
      return stateOf(name, limiter.points, await limiter.consume(keyOf(name, key)));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw tooMany(undefined, { extras: { retryAfter } });
    }
  }

  /** Takes one request off the count again: it turned out to be none of those that are limited. */
  async giveBack(name: LimitName, key: string): Promise<void> {
    await this.limiter(name).reward(keyOf(name, key));
  }

  private limiter(name: LimitName): RateLimiterAbstract {
    const known = this.limiters.get(name);
    if (known) return known;
    const made = this.make({
      keyPrefix: `canar:limit:${name}`,
      points: perMinute[name] * this.factor,
      duration: this.windowSeconds,
    });
    this.limiters.set(name, made);
    return made;
  }

  private make(options: { keyPrefix: string; points: number; duration: number }): RateLimiterAbstract {
    const memory = new RateLimiterMemory(options);
    const { client } = this.redis;
    return client ? new RateLimiterRedis({ ...options, storeClient: client, insuranceLimiter: memory }) : memory;
  }
}

function keyOf(name: LimitName, key: string): string {
  return name.endsWith('address') ? key.replace(/\S+$/, networkOf) : key;
}

function stateOf(name: LimitName, limit: number, counted: RateLimiterRes): LimitState {
  return { name, limit, remaining: counted.remainingPoints, resetSeconds: Math.ceil(counted.msBeforeNext / 1000) };
}
