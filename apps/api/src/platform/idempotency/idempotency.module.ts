import { Global, Module } from '@nestjs/common';
import { Idempotency } from './idempotency';

/** Provides idempotent acts. */
@Global()
@Module({ providers: [Idempotency], exports: [Idempotency] })
export class IdempotencyModule {}
