import {
  Injectable,
  Logger as NestLogger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Logger, parseCronItems, run, type Runner } from 'graphile-worker';
import { Config } from '../config/config';
import { JobHandlers } from './job-handlers';

/** Works the queue in this process: wakes at once by NOTIFY, and any number of processes share it. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new NestLogger('Jobs');
  private runner: Runner | undefined;

  constructor(
    private readonly config: Config,
    private readonly handlers: JobHandlers,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { handlers } = this;
    this.runner = await run({
      connectionString: this.config.env.DATABASE_URL,
      maxPoolSize: 2,
      concurrency: 2,
      noHandleSignals: true,
      parsedCronItems: parseCronItems(handlers.scheduled),
      taskList: Object.fromEntries(
        handlers.names.map((name) => [name, (payload: unknown) => handlers.work(name, payload)]),
      ),
      logger: new Logger(() => (level, message) => {
        if (level === 'error') this.logger.error(message);
        else this.logger.debug(message);
      }),
    });
    this.runner.promise.catch((error: unknown) => this.logger.error({ err: error }, 'The queue stopped'));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
  }
}
