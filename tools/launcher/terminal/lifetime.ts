import { StoppedError } from './launch.errors';

/** How one thing that was started is ended. */
export interface Closer {
  /** Ends it in order. */
  close(): Promise<void>;
  /** Ends it at once, whatever is lost. */
  force(): Promise<void>;
}

/** What was started and must be ended in the reverse order, once. */
export class Lifetime {
  private readonly closers: Closer[] = [];
  private readonly controller = new AbortController();
  private ending: Promise<void> | null = null;

  /** Aborts when the end begins. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /**
   * Ends this when the end comes.
   * @throws StoppedError when the end has begun already; the thing is then ended first
   */
  async register(closer: Closer): Promise<void> {
    if (!this.signal.aborted) {
      this.closers.push(closer);
      return;
    }
    await closer.close();
    throw new StoppedError();
  }

  /** @throws StoppedError when the end has begun */
  check(): void {
    if (this.signal.aborted) throw new StoppedError();
  }

  /** Ends everything in order; a second call waits for the first. */
  end(): Promise<void> {
    this.controller.abort();
    this.ending ??= this.closeAll((closer) => closer.close());
    return this.ending;
  }

  /** Ends everything at once. */
  async force(): Promise<void> {
    this.controller.abort();
    await this.closeAll((closer) => closer.force());
  }

  private async closeAll(how: (closer: Closer) => Promise<void>): Promise<void> {
    for (const closer of [...this.closers].reverse()) await how(closer);
  }
}
