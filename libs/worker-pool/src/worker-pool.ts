import { WorkFailed } from './work-failed';
import { WorkerChild, type WorkerLimits, type WorkerProgram } from './worker-child';

/** The options of a pool. */
export interface WorkerPoolOptions {
  readonly program: WorkerProgram;
  readonly limits: WorkerLimits;
  /** Child processes; each starts when it is first needed. */
  readonly maxChildren: number;
  /** Jobs that may wait for a child; more are rejected with `busy`. */
  readonly maxWaiting: number;
}

interface Waiting<Job, Answer> {
  readonly job: Job;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (failure: unknown) => void;
}

/** Executes jobs in a pool of child processes; a failure affects only its own job. */
export class WorkerPool<Job, Answer> {
  readonly #options: WorkerPoolOptions;
  readonly #idle: WorkerChild<Job, Answer>[] = [];
  readonly #busy = new Map<WorkerChild<Job, Answer>, Promise<void>>();
  readonly #waiting: Waiting<Job, Answer>[] = [];
  #closed = false;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  /** The process ids of the running children. */
  get processIds(): number[] {
    return [...this.#idle, ...this.#busy.keys()].flatMap((child) => (child.alive ? (child.pid ?? []) : []));
  }

  /** Executes a job as soon as a child is free, in the order of the calls. @throws {WorkFailed} */
  async run(job: Job): Promise<Answer> {
    if (this.#closed) throw new WorkFailed('closed', 'The pool is closed');
    if (this.#waiting.length >= this.#options.maxWaiting) throw new WorkFailed('busy', 'Too many jobs are waiting');
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#dispatch();
    });
  }

  /** Rejects waiting and new jobs, waits for the running jobs, and ends the children. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new WorkFailed('closed', 'The pool is closed'));
    await Promise.all(this.#busy.values());
    await Promise.all(this.#idle.splice(0).map((child) => child.kill()));
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      const child = this.#free();
      const next = child && this.#waiting.shift();
      if (!child || !next) return;
      this.#busy.set(child, this.#serve(child, next));
    }
  }

  #free(): WorkerChild<Job, Answer> | undefined {
    while (this.#idle.length > 0) {
      const child = this.#idle.pop();
      if (child?.alive) return child;
    }
    return this.#busy.size < this.#options.maxChildren ? this.#start() : undefined;
  }

  #start(): WorkerChild<Job, Answer> {
    return new WorkerChild(this.#options.program, this.#options.limits);
  }

  async #serve(child: WorkerChild<Job, Answer>, { job, resolve, reject }: Waiting<Job, Answer>): Promise<void> {
    await child.run(job).then(resolve, reject);
    if (child.alive && !child.worn) this.#idle.push(child);
    else await this.#replace(child);
    this.#busy.delete(child);
    this.#dispatch();
  }

  // A child that reached its limits is replaced at once, so that no job waits for the start; one that crashed only for the next
  // job.
  async #replace(child: WorkerChild<Job, Answer>): Promise<void> {
    if (child.alive && !this.#closed) this.#idle.push(this.#start());
    await child.kill();
  }
}
