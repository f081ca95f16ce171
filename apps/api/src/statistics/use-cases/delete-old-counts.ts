import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { dayOf, monthsBefore } from '../domain/days';
import { VisitStore } from '../visit-store';

/** The job that deletes old statistics; every night. */
export const deleteOldCountsJob = 'profiles.forget-counts';

/** Two years to compare, and the month that is under way. */
const retentionMonths = 25;
const batchSize = 5_000;

/** Deletes counts older than 25 months in batches, so that no lock is held for long. */
@Injectable()
export class DeleteOldCounts implements OnModuleInit {
  constructor(
    private readonly store: VisitStore,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(deleteOldCountsJob, z.looseObject({}), () => this.execute());
    this.handlers.schedule(deleteOldCountsJob, '53 3 * * *');
  }

  async execute(): Promise<void> {
    const before = monthsBefore(dayOf(this.clock.now()), retentionMonths);
    while ((await this.store.deleteBefore(before, batchSize)) === batchSize);
  }
}
