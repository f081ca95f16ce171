import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { ApiEnv } from '@canar/api-env';
import { Config } from './config';

/** Provides the environment, parsed before Nest starts. */
@Global()
@Module({})
export class ConfigModule {
  static with(env: ApiEnv): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: Config, useValue: new Config(env) }],
      exports: [Config],
    };
  }
}
