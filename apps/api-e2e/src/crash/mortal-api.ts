import { setTimeout as pause } from 'node:timers/promises';
import type { ApiProcess } from '../product/api-process';
import { freePort } from '@canar/test-programs';
import type { Product } from '../product/product';
import type { SeededChance } from './seeded-chance';

const longestLifeMs = 300;

/** An API process that is killed again and again, and started again at the same address. */
export class MortalApi {
  /** How often it died with at least one save under way. */
  deaths = 0;
  private running: ApiProcess | null = null;
  private savesUnderWay = 0;
  private savesAnswered = 0;

  constructor(
    private readonly product: Product,
    private readonly chance: SeededChance,
    private readonly signal: AbortSignal,
  ) {}

  /** The process, or null while there is none. */
  get alive(): ApiProcess | null {
    return this.running;
  }

  /** Knows of a save from its sending to its answer, or the loss of it. */
  async witness<T>(save: Promise<T>): Promise<T> {
    this.savesUnderWay += 1;
    try {
      const answer = await save;
      this.savesAnswered += 1;
      return answer;
    } finally {
      this.savesUnderWay -= 1;
    }
  }

  /**
   * Lives and dies, in the middle of a save each time; in the end it lives.
   * @param enough asked in each life
   * @param afterEach called when it is up again after a death
   */
  async dieUntil(enough: () => boolean, afterEach: () => Promise<void>): Promise<void> {
    const port = await freePort();
    for (;;) {
      const api = await this.product.startApi(port);
      this.running = api;
      if (this.deaths > 0) await afterEach();
      if (!enough()) await this.fatalMoment();
      if (enough() || this.signal.aborted) return;
      this.running = null;
      await api.kill();
      this.deaths += 1;
    }
  }

  /** A moment of chance; every other time right behind an answer, when the next save is about to commit. */
  private async fatalMoment(): Promise<void> {
    await pause(this.chance.below(longestLifeMs));
    const answered = this.savesAnswered + this.chance.below(2);
    const isQuiet = () => this.savesAnswered < answered || this.savesUnderWay === 0;
    while (isQuiet() && !this.signal.aborted) await pause(1);
  }
}
