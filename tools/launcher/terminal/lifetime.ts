import { StoppedError } from './launch.errors';

/** How something that was started is stopped. */
export interface Closer {
  /** Stops it gracefully. */
  close(): Promise<void>;
  /** Stops it at once, even if data is lost. */
  force(): Promise<void>;
}

/** Everything that was started, stopped once in reverse order. */
export class Lifetime {
  private readonly closers: Closer[] = [];
  private readonly controller = new AbortController();
  private ending: Promise<void> | null = null;

  /** Aborts when stopping begins. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /**
   * Registers something to be stopped at the end.
   * @throws StoppedError when stopping has begun
   * already; it is then stopped first
   */
  async register(closer: Closer): Promise<void> {
    if (!this.signal.aborted) {
      this.closers.push(closer);
      return;
    }
    await closer.close();
    throw new StoppedError();
  }

  /** @throws StoppedError when stopping has begun */
  check(): void {
    if (this.signal.aborted) throw new StoppedError();
  }

  /** Stops everything in order; a second call waits for the first. */
  end(): Promise<void> {
    this.controller.abort();
    this.ending ??= this.closeAll((closer) => closer.close());
    return this.ending;
  }

  /** Stops everything at once. */
  async force(): Promise<void> {
    this.controller.abort();
    await this.closeAll((closer) => closer.force());
  }

  private async closeAll(how: (closer: Closer) => Promise<void>): Promise<void> {
    for (const closer of [...this.closers].reverse()) await how(closer);
  }
}
