import { Global, Module } from '@nestjs/common';
import { HeavyWork } from './heavy-work';
import { Printing } from './printing';

/** Provides heavy work outside the event loop. */
@Global()
@Module({ providers: [HeavyWork, Printing], exports: [HeavyWork, Printing] })
export class HeavyWorkModule {}
