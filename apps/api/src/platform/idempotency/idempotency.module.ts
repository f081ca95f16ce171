import { Global, Module } from '@nestjs/common';
import { ForgetKeys } from './forget-keys';
import { Idempotency } from './idempotency';

/** Provides idempotent acts. */
@Global()
@Module({ providers: [Idempotency, ForgetKeys], exports: [Idempotency] })
export class IdempotencyModule {}
