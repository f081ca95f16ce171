import {
  Injectable,
  Logger as NestLogger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Logger, parseCronItems, run, type Runner } from 'graphile-worker';
import type { Pool } from 'pg';
import { Config } from '../config/config';
import { connectionTo, directDatabaseOf, poolOf } from '../database/connection';
import { JobHandlers } from './job-handlers';

/** Works the queue in this process: wakes at once by NOTIFY, and any number of processes share it. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new NestLogger('Jobs');
  private runner: Runner | undefined;
  private pool: Pool | undefined;

  constructor(
    private readonly config: Config,
    private readonly handlers: JobHandlers,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { handlers } = this;
    const connection = await connectionTo(directDatabaseOf(this.config.env));
    const pgPool = poolOf(connection, 2, ({ message }) => this.logger.warn(`The queue lost a connection: ${message}`));
    this.pool = pgPool;
    this.runner = await run({
      pgPool,
      concurrency: 2,
      noHandleSignals: true,
      parsedCronItems: parseCronItems(handlers.scheduled),
      taskList: Object.fromEntries(
        handlers.names.map((name) => [name, (payload: unknown) => this.work(name, payload)]),
      ),
      logger: new Logger(() => (level, message) => {
        if (level === 'error') this.logger.error(message);
        else this.logger.debug(message);
      }),
    });
    this.runner.promise.catch((error: unknown) => this.logger.error({ err: error }, 'The queue stopped'));
  }

  /** The queue stores and logs what a job throws: the whole error is logged here, by the serializer that knows what may be. */
  private async work(name: string, payload: unknown): Promise<void> {
    try {
      await this.handlers.work(name, payload);
    } catch (error) {
      this.logger.error({ err: error, job: name }, 'A job failed');
      throw new Error(`The job ${name} failed.`);
    }
  }

  /** Takes no new job and ends those under way, while everything that they stand on is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
    await this.pool?.end();
  }
}
