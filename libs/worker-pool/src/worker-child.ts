import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { WorkFailed } from './work-failed';

const maxErrorText = 2_000;

/** Limits of one child process. */
export interface WorkerLimits {
  /** Milliseconds of processor time of one job, all threads of the child together. */
  readonly cpuMs: number;
  /** Milliseconds by the clock until the child is ready for its first job. */
  readonly startMs: number;
  /** Milliseconds by the clock of one job. */
  readonly wallMs: number;
  /** Resident bytes of the child, native memory included. */
  readonly rssBytes: number;
  /** Megabytes of the child's JavaScript heap. */
  readonly heapMegabytes: number;
  /** Jobs after which the child is replaced. */
  readonly recycleAfter: number;
  /** Resident bytes after a job above which the child is replaced. */
  readonly recycleAboveBytes: number;
}

/** The program of a child process. */
export interface WorkerProgram {
  readonly path: string;
  /** Arguments of Node.js, such as a loader. Default none. */
  readonly execArgv?: readonly string[];
  /** The whole environment of the child. Default empty: it needs no secrets. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A message of a child: that it is ready, the result of a job, or why there is none. */
export type WorkerMessage<Answer> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly value: Answer; readonly rss: number }
  | { readonly kind: 'rejected'; readonly reason: unknown };

/** The preloaded watchdog: in this library when run from its sources, in `worker-pool/` beside the bundle when run from one. */
function watchdogUrl({ cpuMs, rssBytes }: WorkerLimits): string {
  const candidates = ['../worker/watchdog.mjs', './worker-pool/watchdog.mjs'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const path = candidates.find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`No watchdog.mjs at ${candidates.join(' or ')}`);
  return `${pathToFileURL(path).href}?cpuMs=${cpuMs}&rssBytes=${rssBytes}`;
}

/** A child process of low priority that executes one job at a time. After a failure it has exited and must be replaced. */
export class WorkerChild<Job, Answer> {
  readonly #process: ChildProcess;
  readonly #exited: Promise<void>;
  readonly #ready: Promise<void>;
  #hear: ((message: WorkerMessage<Answer>) => void) | null = null;
  #fail: ((failure: WorkFailed) => void) | null = null;
  #alive = true;
  #worn = false;
  #served = 0;
  #errorText = '';

  constructor(
    { path, execArgv = [], env = {} }: WorkerProgram,
    private readonly limits: WorkerLimits,
  ) {
    this.#process = fork(path, {
      env: { ...env },
      execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, '--import', watchdogUrl(limits), ...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.stderr?.on(
      'data',
      (chunk: Buffer) => (this.#errorText = (this.#errorText + chunk).slice(-maxErrorText)),
    );
    this.#process.on('message', (message) => this.#hear?.(message as WorkerMessage<Answer>));
    this.#exited = new Promise((resolve) => {
      this.#process.on('error', (error) => this.#died(error.message, resolve));
      this.#process.once('exit', (code, signal) => this.#died(String(code ?? signal), resolve));
    });
    this.#ready = this.#answer(() => undefined, limits.startMs).then(() => undefined);
    this.#ready.catch(() => undefined);
    this.#holdParent(false);
  }

  /** Whether it is ready for a job. */
  get alive(): boolean {
    return this.#alive;
  }

  /** Whether it should be replaced, because of the number of its jobs or its memory. */
  get worn(): boolean {
    return this.#worn;
  }

  /** The process id, while there is a process. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /**
   * Executes one job. Do not call it again before the last call has settled.
   * @throws {WorkFailed}
   * the child has exited afterwards unless the code is `rejected`
   */
  async run(job: Job): Promise<Answer> {
    this.#holdParent(true);
    try {
      await this.#ready;
      const message = await this.#answer(() => this.#process.send(job as object), this.limits.wallMs);
      if (message.kind !== 'answer') throw rejectionOf(message);
      this.#worn = message.rss > this.limits.recycleAboveBytes;
      return message.value;
    } finally {
      this.#served += 1;
      this.#worn ||= this.#served >= this.limits.recycleAfter;
      this.#holdParent(false);
    }
  }

  /** Ends the process at once and waits until it is gone. */
  async kill(): Promise<void> {
    this.#alive = false;
    this.#holdParent(true);
    this.#process.kill('SIGKILL');
    await this.#exited;
  }

  #answer(ask: () => void, limitMs: number): Promise<WorkerMessage<Answer>> {
    return new Promise<WorkerMessage<Answer>>((resolve, reject) => {
      if (!this.#alive) return reject(new WorkFailed('crashed', 'The worker process is gone'));
      const settled = () => {
        clearTimeout(limit);
        this.#hear = this.#fail = null;
      };
      const limit = setTimeout(() => {
        this.#fail?.(new WorkFailed('wall-time', `Not done within ${limitMs} ms`));
        void this.kill();
      }, limitMs);
      this.#hear = (message) => (settled(), resolve(message));
      this.#fail = (failure) => (settled(), reject(failure));
      ask();
    });
  }

  #died(how: string, gone: () => void): void {
    this.#alive = false;
    // The signal of the watchdog, and of the limits of POSIX, for too much processor time.
    if (how === 'SIGXCPU')
      this.#fail?.(new WorkFailed('cpu-time', `More than ${this.limits.cpuMs} ms of processor time`));
    else this.#fail?.(new WorkFailed('crashed', `The worker process died (${how}) ${this.#errorText}`.trim()));
    gone();
  }

  // An idle child must not keep its parent from ending, a working one must.
  #holdParent(hold: boolean): void {
    const channel = this.#process.channel;
    const stderr = this.#process.stderr as { ref?: () => void; unref?: () => void } | null;
    for (const handle of [this.#process, channel, stderr]) (hold ? handle?.ref : handle?.unref)?.call(handle);
  }
}

function rejectionOf(message: WorkerMessage<unknown>): WorkFailed {
  if (message.kind !== 'rejected') return new WorkFailed('crashed', `Unexpected message: ${message.kind}`);
  const { reason } = message;
  return new WorkFailed('rejected', typeof reason === 'string' ? reason : 'The worker rejected the job', reason);
}
