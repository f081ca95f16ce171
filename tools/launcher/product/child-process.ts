import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { WORKSPACE } from '../../scripts/nx-command';
import type { Closer } from '../terminal/lifetime';

/** A Node program that runs beside the product during development, and ends with it, even when it is killed. */
export function startChildProcess(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void,
): Closer & { ended: Promise<unknown> } {
  const child = spawn(process.execPath, ['--require', join(import.meta.dirname, 'exit-with-parent.cjs'), ...args], {
    cwd: WORKSPACE,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    windowsHide: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => text.trimEnd().split('\n').forEach(onLine));
  }
  const ended = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    // Its own session holds the processes it started, too.
    if (child.exitCode === null && child.signalCode === null && child.pid) endGroup(child.pid, signal);
    await ended;
  };
  return {
    ended,
    close: async () => {
      await Promise.race([end('SIGTERM'), pause(5000, undefined, { ref: false })]);
      await end('SIGKILL');
    },
    force: () => end('SIGKILL'),
  };
}

function endGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // It has ended already.
  }
}
