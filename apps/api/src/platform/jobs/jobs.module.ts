import { Global, Module } from '@nestjs/common';
import { JobHandlers } from './job-handlers';
import { JobRunner } from './job-runner';
import { Jobs } from './jobs';

/** Provides durable jobs. */
@Global()
@Module({ providers: [Jobs, JobHandlers, JobRunner], exports: [Jobs, JobHandlers] })
export class JobsModule {}
