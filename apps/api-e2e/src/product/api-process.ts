import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { bundleOf, environmentOf, workspace } from './built-programs';

const readyWithinMs = 300_000;
const maxOutputCharacters = 20_000;

/** One running process of the built API. It ends with this process, however that ends. */
export class ApiProcess {
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  private output = '';

  private constructor(
    readonly origin: string,
    private readonly child: ChildProcess,
  ) {
    this.ended = new Promise((ended) => child.once('exit', () => ended()));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output = (this.output + text).slice(-maxOutputCharacters);
      });
    }
  }

  /**
   * Starts it and waits until it is ready.
   * @param variables its environment, PORT included
   * @throws {Error} with its output, when it ends or is not ready in time
   */
  static async start(variables: Record<string, string> & { PORT: string }): Promise<ApiProcess> {
    const child = spawn(process.execPath, ['--enable-source-maps', bundleOf('main')], {
      cwd: workspace,
      env: environmentOf(variables),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'], // it ends when its channel to us closes
    });
    const api = new ApiProcess(`http://127.0.0.1:${variables.PORT}`, child);
    await api.ready();
    return api;
  }

  /** Lets it finish its requests. */
  async stop(): Promise<void> {
    if (!this.hasEnded) this.child.kill('SIGTERM');
    await this.ended;
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    if (!this.hasEnded) this.child.kill('SIGKILL');
    await this.ended;
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async ready(): Promise<void> {
    for (const deadline = performance.now() + readyWithinMs; performance.now() < deadline; await pause(20)) {
      if (this.hasEnded) throw new Error(`The API ended before it was ready:\n${this.output}`);
      const answer = await fetch(`${this.origin}/api/health/ready`).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.status === 200) return;
    }
    await this.kill();
    throw new Error(`The API was not ready within ${readyWithinMs} ms:\n${this.output}`);
  }
}
