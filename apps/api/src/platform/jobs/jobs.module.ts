import { Global, Module } from '@nestjs/common';
import { JobHandlers } from './job-handlers';
import { JobRunner } from './job-runner';
import { Jobs } from './jobs';
import { MeasureQueue } from './measure-queue';

/** Provides durable jobs. */
@Global()
@Module({ providers: [Jobs, JobHandlers, JobRunner, MeasureQueue], exports: [Jobs, JobHandlers] })
export class JobsModule {}
