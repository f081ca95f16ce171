import { Global, Module } from '@nestjs/common';
import { Drain } from './drain';
import { ProblemsController } from './problems.controller';

/** Provides what the routes of all modules share. */
@Global()
@Module({ controllers: [ProblemsController], providers: [Drain] })
export class HttpModule {}
