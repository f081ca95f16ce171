import { Injectable } from '@nestjs/common';
import type { ZodType } from 'zod';

type Handler = (payload: unknown) => Promise<void>;

/** Which code works which kind of job; each module registers its own. */
@Injectable()
export class JobHandlers {
  private readonly byName = new Map<string, Handler>();
  private readonly crontab: string[] = [];

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
    this.crontab.push(`${cron} ${name}`);
  }

  get names(): string[] {
    return [...this.byName.keys()];
  }

  get cron(): string {
    return this.crontab.join('\n');
  }

  /** Works one job now. @throws {Error} when nobody handles it */
  async work(name: string, payload: unknown): Promise<void> {
    const handler = this.byName.get(name);
    if (!handler) throw new Error(`No handler for the job ${name}.`);
    await handler(payload);
  }
}
