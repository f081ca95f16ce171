/** Whose turn a job takes. */
export interface Turn {
  /** Who asks: jobs of one queue run one after the other, and queues take turns. */
  readonly queue: string;
  /** The subject of the job, when only one job about it may run for all callers. */
  readonly exclusive?: string;
}

/** Limits of a fair queue, in jobs. */
export interface FairQueueLimits {
  readonly maxRunning: number;
  readonly maxWaiting: number;
  readonly maxWaitingPerQueue: number;
}

/** A job for which there is no room to wait. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

interface Waiting {
  readonly turn: Turn;
  readonly start: () => Promise<void>;
}

/** Runs jobs so that nobody waits for more than the running jobs and one of every other queue: round robin, one at a time per queue. */
export class FairQueue {
  private readonly waiting = new Map<string, Waiting[]>();
  private readonly runningQueues = new Set<string>();
  private readonly runningSubjects = new Set<string>();

  constructor(private readonly limits: FairQueueLimits) {}

  /** @throws {QueueFull} when too many jobs wait already; whatever `work` throws */
  run<Result>(turn: Turn, work: () => Promise<Result>): Promise<Result> {
    const queue = this.waiting.get(turn.queue) ?? [];
    if (queue.length >= this.limits.maxWaitingPerQueue || this.waitingCount >= this.limits.maxWaiting)
      return Promise.reject(new QueueFull('Too many jobs are waiting'));
    return new Promise((resolve, reject) => {
      queue.push({ turn, start: () => work().then(resolve, reject) });
      this.waiting.set(turn.queue, queue);
      this.dispatch();
    });
  }

  private get waitingCount(): number {
    return [...this.waiting.values()].reduce((sum, { length }) => sum + length, 0);
  }

  private dispatch(): void {
    for (const [name, queue] of [...this.waiting]) {
      if (this.runningQueues.size >= this.limits.maxRunning) return;
      const [next] = queue;
      if (next && this.mayStart(next.turn)) this.start(name, queue, next);
    }
  }

  private mayStart({ queue, exclusive }: Turn): boolean {
    return !this.runningQueues.has(queue) && (exclusive === undefined || !this.runningSubjects.has(exclusive));
  }

  private start(name: string, queue: Waiting[], { turn, start }: Waiting): void {
    queue.shift();
    if (queue.length === 0) this.waiting.delete(name);
    const { exclusive } = turn;
    this.runningQueues.add(name);
    if (exclusive !== undefined) this.runningSubjects.add(exclusive);
    void start().finally(() => {
      this.runningQueues.delete(name);
      if (exclusive !== undefined) this.runningSubjects.delete(exclusive);
      this.moveBehind(name);
      this.dispatch();
    });
  }

  /** A queue that had its turn goes behind all others. */
  private moveBehind(name: string): void {
    const queue = this.waiting.get(name);
    if (!queue) return;
    this.waiting.delete(name);
    this.waiting.set(name, queue);
  }
}
