import { Global, Module } from '@nestjs/common';
import { RateLimits } from './rate-limits';

/** Provides rate limits. */
@Global()
@Module({ providers: [RateLimits], exports: [RateLimits] })
export class RateLimitsModule {}
