import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { WORKSPACE } from '../../scripts/nx-command';
import { API_MAIN } from './api-programs';
import { LaunchError } from '../terminal/launch.errors';

const READY_SECONDS = 300;
const STOP_SECONDS = 10;

/**
 * The running API. It has a session of its own, so that Ctrl+C reaches only the launcher, and exits when its
 * channel to the launcher closes.
 */
export class ApiProcess {
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly logFile: string,
  ) {
    this.ended = new Promise((ended) => {
      child.once('exit', () => ended());
      child.once('error', () => ended());
    });
  }

  /** Starts it with this environment; its output goes to the log file, which is truncated first. */
  static start(env: NodeJS.ProcessEnv, logFile: string): ApiProcess {
    const log = openSync(logFile, 'w', 0o600);
    try {
      const child = spawn(process.execPath, ['--enable-source-maps', API_MAIN], {
        cwd: WORKSPACE,
        env,
        detached: true,
        stdio: ['ignore', log, log, 'ipc'],
        windowsHide: true,
      });
      return new ApiProcess(child, logFile);
    } finally {
      closeSync(log);
    }
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined;
  }

  /**
   * Waits until the API is ready.
   * @throws LaunchError when it ends before, or is not ready in time
   */
  async ready(origin: string, signal: AbortSignal): Promise<void> {
    for (const deadline = Date.now() + READY_SECONDS * 1000; Date.now() < deadline; await pause(50)) {
      if (signal.aborted) return;
      if (this.hasEnded) throw new LaunchError(`The API did not start (its log: ${this.logFile}).`, this.lastLines());
      const answer = await fetch(`${origin}/api/health/ready`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.status === 200) return;
    }
    throw new LaunchError(
      `The API is not ready after ${READY_SECONDS} seconds (its log: ${this.logFile}).`,
      this.lastLines(),
    );
  }

  /** Lets it finish its requests, and ends it if that takes too long. */
  async stop(): Promise<void> {
    if (this.hasEnded) return;
    this.child.kill('SIGTERM');
    await Promise.race([this.ended, pause(STOP_SECONDS * 1000, undefined, { ref: false })]);
    await this.kill();
  }

  async kill(): Promise<void> {
    if (!this.hasEnded) this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Its last output, as text. */
  lastLines(): string[] {
    const text = readFileSync(this.logFile, 'utf8');
    return text.trim().split('\n').slice(-15).map(readable);
  }
}

/** The message of a line of pino's JSON; any other line unchanged. */
function readable(line: string): string {
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { stack?: string; message?: string } };
    return [msg, err?.stack ?? err?.message].filter(Boolean).join('\n') || line;
  } catch {
    return line;
  }
}
