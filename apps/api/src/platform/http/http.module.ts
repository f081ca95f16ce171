import { Global, Module } from '@nestjs/common';
import { Cursors } from './cursor';
import { Drain } from './drain';
import { ProblemsController } from './problems.controller';

/** Provides what the routes of all modules share. */
@Global()
@Module({ controllers: [ProblemsController], providers: [Cursors, Drain], exports: [Cursors] })
export class HttpModule {}
