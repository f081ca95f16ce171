import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work';

/** When and how often a job runs. */
export interface JobOptions {
  runAt?: Date;
  /** A job with the same key that has not started yet is replaced. */
  key?: string;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  /** Tries until it is given up; 25 by default. */
  maxAttempts?: number;
}

/** Puts durable work into the queue, in the transaction that causes it. */
@Injectable()
export class Jobs {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Enqueues a job; it runs after the current unit of work has committed, and never when it rolls back. */
  async enqueue(name: string, payload: object, options: JobOptions = {}): Promise<void> {
    await this.unitOfWork.query(
      `SELECT graphile_worker.add_job($1, payload := $2::json, run_at := $3, job_key := $4, max_attempts := $5,
         queue_name := $6)`,
      [name, JSON.stringify(payload), options.runAt ?? null, options.key ?? null, options.maxAttempts ?? null].concat([
        options.queue ?? null,
      ]),
    );
  }
}
