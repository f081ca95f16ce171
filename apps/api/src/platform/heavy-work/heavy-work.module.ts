import { Global, Module } from '@nestjs/common';
import { HeavyWork } from './heavy-work';

/** Provides heavy work outside the event loop. */
@Global()
@Module({ providers: [HeavyWork], exports: [HeavyWork] })
export class HeavyWorkModule {}
