import { Global, Module } from '@nestjs/common';
import { Cursors } from './cursors';

/** Provides the cursors of lists. */
@Global()
@Module({ providers: [Cursors], exports: [Cursors] })
export class PagingModule {}
