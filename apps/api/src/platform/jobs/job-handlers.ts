import { Injectable } from '@nestjs/common';
import type { ZodType } from 'zod';

type Handler = (payload: unknown) => Promise<void>;

/** A job that comes at the times of a cron pattern (UTC). */
export interface ScheduledJob {
  task: string;
  match: string;
}

/** Which code works which kind of job; each module registers its own. */
@Injectable()
export class JobHandlers {
  private readonly byName = new Map<string, Handler>();
  /** What runs at set times, once among all processes. */
  readonly scheduled: ScheduledJob[] = [];

  /**
   * Registers the handler of one kind of job. The payload enters through its schema. A handler may run more than once.
   * @throws {Error} when the name is taken
   */
  register<T>(name: string, schema: ZodType<T>, handle: (payload: T) => Promise<void>): void {
    if (this.byName.has(name)) throw new Error(`The job ${name} has two handlers.`);
    this.byName.set(name, (payload) => handle(schema.parse(payload)));
  }

  /** Runs a registered job at the times of a cron pattern (UTC). */
  schedule(name: string, cron: string): void {
    this.scheduled.push({ task: name, match: cron });
  }

  get names(): string[] {
    return [...this.byName.keys()];
  }

  /** Works one job now. @throws {Error} when no handler is registered */
  async work(name: string, payload: unknown): Promise<void> {
    const handler = this.byName.get(name);
    if (!handler) throw new Error(`No handler for the job ${name}.`);
    await handler(payload);
  }
}
