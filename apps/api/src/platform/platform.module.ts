import { type DynamicModule, Module } from '@nestjs/common';
import type { ApiEnv } from '@canar/api-env';
import { AccountDataModule } from './account-data/account-data.module';
import { CacheModule } from './cache/cache.module';
import { ClockModule } from './clock/clock.module';
import { ConfigModule } from './config/config.module';
import { DatabaseModule } from './database/database.module';
import { HealthModule } from './health/health.module';
import { HeavyWorkModule } from './heavy-work/heavy-work.module';
import { HttpModule } from './http/http.module';
import { IdempotencyModule } from './idempotency/idempotency.module';
import { JobsModule } from './jobs/jobs.module';
import { MailModule } from './mail/mail.module';
import { LoggingModule } from './observability/logging.module';
import { MetricsModule } from './observability/metrics.module';
import { PagingModule } from './paging/paging.module';
import { RateLimitsModule } from './rate-limits/rate-limits.module';
import { SiteModule } from './site/site.module';
import { StorageModule } from './storage/storage.module';

/** What every module stands on. */
@Module({})
export class PlatformModule {
  static with(env: ApiEnv): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ConfigModule.with(env),
        LoggingModule,
        ClockModule,
        MetricsModule,
        DatabaseModule,
        HttpModule,
        PagingModule,
        RateLimitsModule,
        IdempotencyModule,
        JobsModule,
        HealthModule,
        SiteModule,
        CacheModule,
        HeavyWorkModule,
        StorageModule,
        MailModule.with(env),
        AccountDataModule,
      ],
    };
  }
}
