import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '../database/unit-of-work';
import { Metrics } from '../observability/metrics';
import { JobHandlers } from './job-handlers';

const job = 'jobs.measure-queue';
const everyMinute = '* * * * *';

/** Measures the queue once a minute. It is a job itself: when no worker runs, the missing value raises the alarm. */
@Injectable()
export class MeasureQueue implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: JobHandlers,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, z.object({}), () => this.execute());
    this.handlers.schedule(job, everyMinute);
  }

  /** The queue goes by the database's clock, and so does its age. */
  async execute(): Promise<void> {
    const [queue] = await this.unitOfWork.read<{ age: string; givenUp: string }>(
      'global',
      `SELECT coalesce(extract(epoch FROM now() - min(run_at) FILTER (
                WHERE run_at <= now() AND locked_at IS NULL AND attempts < max_attempts)), 0) AS age,
              count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts) AS "givenUp"
       FROM graphile_worker.jobs`,
    );
    this.metrics.report('QueueAge', Math.round(Number(queue?.age ?? 0)));
    this.metrics.report('JobsGivenUp', Number(queue?.givenUp ?? 0));
  }
}
