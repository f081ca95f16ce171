import { existsSync, watch } from 'node:fs';

import { ApiProcess } from './api-process';
import { API_DIST, API_MAIN } from './api-programs';
import { LaunchError } from '../terminal/launch.errors';
import type { Closer } from '../terminal/lifetime';
import type { Progress } from '../terminal/progress';

/** A bundle consists of several files: a change is complete when nothing was written for this long. */
const SETTLED_MS = 300;

/** The API of `npm run dev`: restarts when its bundle has been written; after a failed start it waits for the next bundle. */
export class WatchedApi implements Closer {
  private current: ApiProcess;
  private work: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();

  constructor(
    private readonly start: () => ApiProcess,
    private readonly origin: string,
    private readonly progress: Progress,
  ) {
    this.current = start();
  }

  /**
   * Waits for the first start, then watches.
   * @throws LaunchError when the first start fails
   */
  async ready(): Promise<void> {
    await this.current.ready(this.origin, this.stopping.signal);
    let timer: NodeJS.Timeout | undefined;
    const watcher = watch(API_DIST, { signal: this.stopping.signal }, (_event, file) => {
      if (!file?.endsWith('.mjs')) return;
      clearTimeout(timer);
      timer = setTimeout(() => this.restartInTurn(), SETTLED_MS);
    });
    watcher.on('error', () => undefined);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.work;
    await this.current.stop();
  }

  async force(): Promise<void> {
    this.stopping.abort();
    await this.current.kill();
  }

  private restartInTurn(): void {
    this.work = this.work.then(() => this.restart());
  }

  private async restart(): Promise<void> {
    // A failed build removes its bundle: the running API stays.
    if (this.stopping.signal.aborted || !existsSync(API_MAIN)) return;
    await this.current.stop();
    this.current = this.start();
    const ready = () => this.current.ready(this.origin, this.stopping.signal);
    await this.progress.step('API, changed', ready).catch((error: unknown) => this.explain(error));
  }

  private explain(error: unknown): void {
    if (!(error instanceof LaunchError)) throw error;
    for (const line of [error.message, ...error.details]) this.progress.line(`    ${line}`);
    this.progress.line('    It starts again with the next change.');
  }
}
