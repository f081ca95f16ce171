import { type DynamicModule, Module } from '@nestjs/common';
import type { ApiEnv } from '@canar/api-env';
import { PlatformModule } from './platform/platform.module';
import { AuthModule } from './auth';
import { BillingModule } from './billing';
import { CreditsModule } from './credits';
import { ProfilesModule } from './profiles';
import { PublishingModule } from './publishing';
import { StatisticsModule } from './statistics';

/** The product: the platform and the modules that stand on it. */
@Module({})
export class AppModule {
  static with(env: ApiEnv): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(env),
        AuthModule,
        CreditsModule,
        BillingModule.with(env),
        ProfilesModule,
        PublishingModule,
        StatisticsModule,
      ],
    };
  }
}
