import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@canar/test-programs';
import fc from 'fast-check';
import type { ApiProcess } from '../product/api-process';
import type { Product } from '../product/product';

const maxLifetimeMs = 300;

interface Moment {
  lifetimeMs: number;
  afterResponse: boolean;
}

/** When to kill: after so many milliseconds, and every other time right behind a response, when the next save is about to commit. */
const moments: fc.Arbitrary<Moment> = fc.record({
  lifetimeMs: fc.noBias(fc.nat({ max: maxLifetimeMs })),
  afterResponse: fc.boolean(),
});

/** An API process that is killed again and again, and started again at the same address. */
export class KillableApi {
  /** How often it was killed with at least one save in progress. */
  kills = 0;
  private running: ApiProcess | null = null;
  private savesInProgress = 0;
  private savesAnswered = 0;

  constructor(
    private readonly product: Pick<Product, 'startApi'>,
    private readonly seed: number,
    private readonly signal: AbortSignal,
  ) {}

  /** The process, or null while there is none. */
  get current(): ApiProcess | null {
    return this.running;
  }

  /** Counts a save from its request to its response or the loss of it. */
  async track<T>(save: Promise<T>): Promise<T> {
    this.savesInProgress += 1;
    try {
      const answer = await save;
      this.savesAnswered += 1;
      return answer;
    } finally {
      this.savesInProgress -= 1;
    }
  }

  /**
   * Kills the process in the middle of a save each time and starts it again; in the end it runs.
   * @param enough called after each start
   * @param afterEach called after each restart
   */
  async runUntil(enough: () => boolean, afterEach: () => Promise<void>): Promise<void> {
    const port = await freePort();
    for (const moment of fc.sample(moments, { seed: this.seed, numRuns: 10_000 })) {
      const api = await this.product.startApi(port);
      this.running = api;
      if (this.kills > 0) await afterEach();
      if (!enough()) await this.saveInProgress(moment, enough);
      if (enough() || this.signal.aborted) return;
      this.running = null;
      await api.kill();
      this.kills += 1;
    }
  }

  /** Waits for the moment, or until it is enough: the writers have then stopped, and no further save would come. */
  private async saveInProgress({ lifetimeMs, afterResponse }: Moment, enough: () => boolean): Promise<void> {
    await pause(lifetimeMs);
    const answered = this.savesAnswered + (afterResponse ? 1 : 0);
    const isQuiet = () => this.savesAnswered < answered || this.savesInProgress === 0;
    while (isQuiet() && !enough() && !this.signal.aborted) await pause(1);
  }
}
