import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { freePort } from './free-port';

/** A real Redis of the test's own. */
export interface TestRedis {
  url: string;
  port: number;
  /** Makes it hang: connections stay open, nothing is answered. */
  pause(): void;
  resume(): void;
  /** Kills it at once and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a redis-server that keeps nothing on disk and waits until it takes connections.
 * @param port where an earlier one stopped; a free one by default
 * @param password what it asks for; nothing by default
 * @throws {Error} with what it said, when it does not start
 */
export async function startRedis(port?: number, password = ''): Promise<TestRedis> {
  const listening = port ?? (await freePort());
  const child = spawn(
    'redis-server',
    ['--port', String(listening), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--requirepass', password],
    { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  await ready(child);
  return {
    url: `redis://127.0.0.1:${listening}`,
    port: listening,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    stop: async () => {
      process.removeListener('exit', killWithUs);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`redis-server ended: ${output.slice(-500)}`)));
  });
}
