import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/config';
import { Readiness } from '../health/readiness';
import { Metrics } from '../observability/metrics';
import { Cache } from './cache';
import { RedisConnection } from './redis-connection';
import { TieredCache } from './tiered-cache';

/** Provides the cache, and the Redis connection that rate limiting shares with it. */
@Global()
@Module({
  providers: [
    {
      provide: RedisConnection,
      inject: [Config],
      useFactory: ({ env }: Config) => new RedisConnection(env.REDIS_URL, env.REDIS_PASSWORD),
    },
    {
      provide: Cache,
      inject: [RedisConnection, Metrics],
      useFactory: (redis: RedisConnection, metrics: Metrics) => new TieredCache(redis, metrics),
    },
  ],
  exports: [Cache, RedisConnection],
})
export class CacheModule implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly redis: RedisConnection,
  ) {}

  onModuleInit(): void {
    this.readiness.register('cache', () => this.redis.reachable());
  }
}
