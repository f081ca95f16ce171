import { type ChildProcess, fork } from 'node:child_process';
import { PrintFailed } from './print-failed';
import type { ChildMessage, Printed, PrintJob } from './print-job';

const spokenAtMost = 2_000;

/** Limits of one child process. */
export interface ChildLimits {
  /** Milliseconds that one job, and the start before the first one, may take. */
  readonly timeoutMs: number;
  /** Documents after which the child has served. */
  readonly recycleAfter: number;
  /** Resident bytes after which the child has served: Typst keeps some memory of every document. */
  readonly recycleAboveBytes: number;
}

/** One child process that sets one document at a time. After a failure of its own it is dead and must be replaced. */
export class PrintChild {
  readonly #process: ChildProcess;
  readonly #exited: Promise<void>;
  readonly #ready: Promise<void>;
  #hear: ((message: ChildMessage) => void) | null = null;
  #fail: ((failure: PrintFailed) => void) | null = null;
  #alive = true;
  #worn = false;
  #served = 0;
  #spoken = '';

  constructor(
    worker: string,
    private readonly limits: ChildLimits,
  ) {
    // No environment and no parent's flags: the child needs neither secrets nor loaders.
    const stdio = ['ignore', 'ignore', 'pipe', 'ipc'] as const;
    this.#process = fork(worker, { env: {}, execArgv: [], serialization: 'advanced', stdio: [...stdio] });
    this.#process.stderr?.on('data', (chunk: Buffer) => (this.#spoken = (this.#spoken + chunk).slice(-spokenAtMost)));
    this.#process.on('message', (message) => this.#hear?.(message as ChildMessage));
    this.#exited = new Promise((resolve) => {
      this.#process.on('error', (error) => this.#died(error.message, resolve));
      this.#process.once('exit', (code, signal) => this.#died(`exit ${code ?? signal}`, resolve));
    });
    this.#ready = this.#answer(() => undefined).then(() => undefined);
    this.#ready.catch(() => undefined);
    this.#holdParent(false);
  }

  /** Whether it can take a job. */
  get alive(): boolean {
    return this.#alive;
  }

  /** Whether it has served its documents or grown too large, so that it should be replaced. */
  get worn(): boolean {
    return this.#worn;
  }

  /** The process id, while there is a process. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /**
   * Sets one document. Never call it again before the last call has settled.
   * @throws {PrintFailed} `print.timeout` or `print.failed`; the child is dead after a timeout or crash, not after a refusal
   */
  async print(job: PrintJob): Promise<Printed> {
    this.#holdParent(true);
    try {
      await this.#ready;
      const message = await this.#answer(() => this.#process.send(job));
      if (message.kind !== 'printed') throw new PrintFailed('print.failed', refusalOf(message));
      const { kind: _kind, rss, ...printed } = message;
      this.#worn = rss > this.limits.recycleAboveBytes;
      return printed;
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

  #answer(ask: () => void): Promise<ChildMessage> {
    return new Promise<ChildMessage>((resolve, reject) => {
      if (!this.#alive) return reject(new PrintFailed('print.failed', 'The print process is gone'));
      const settled = () => {
        clearTimeout(limit);
        this.#hear = this.#fail = null;
      };
      const limit = setTimeout(() => {
        this.#fail?.(new PrintFailed('print.timeout', `Not printed within ${this.limits.timeoutMs} ms`));
        void this.kill();
      }, this.limits.timeoutMs);
      this.#hear = (message) => (settled(), resolve(message));
      this.#fail = (failure) => (settled(), reject(failure));
      ask();
    });
  }

  #died(how: string, gone: () => void): void {
    this.#alive = false;
    this.#fail?.(new PrintFailed('print.failed', `The print process died (${how}) ${this.#spoken}`.trim()));
    gone();
  }

  // An idle child must not keep its parent from ending, a working one must.
  #holdParent(hold: boolean): void {
    const channel = this.#process.channel;
    const stderr = this.#process.stderr as { ref?: () => void; unref?: () => void } | null;
    for (const handle of [this.#process, channel, stderr]) (hold ? handle?.ref : handle?.unref)?.call(handle);
  }
}

function refusalOf(message: ChildMessage): string {
  return message.kind === 'refused' ? message.reason : `Unexpected answer: ${message.kind}`;
}
