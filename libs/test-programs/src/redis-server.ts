import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { freePort } from './free-port';

/** A real Redis for one test. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** The number of keys that match a pattern of `KEYS`. */
  keysLike(pattern: string): Promise<number>;
  /** Makes it hang: connections stay open without responses. */
  pause(): void;
  resume(): void;
  /** Kills it at once and waits until it is gone. */
  stop(): Promise<void>;
}

/** The options of a Redis for one test. */
interface TestRedisOptions {
  /** the path of redis-server */
  program: string;
  /** the port of an earlier one; a free port by default */
  port?: number;
  /** its password; none by default */
  password?: string;
}

/**
 * Starts a redis-server without persistence, waits until it accepts connections, and kills it with this process.
 * @throws {Error} with its output when it does not start
 */
export async function startRedis({ program, password = '', ...options }: TestRedisOptions): Promise<TestRedis> {
  const port = options.port ?? (await freePort());
  const place = ['--port', String(port), '--bind', '127.0.0.1', '--requirepass', password];
  const child = spawn(program, [...place, '--save', '', '--appendonly', 'no'], {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  await ready(child);
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    keysLike: (pattern) => countKeys(port, pattern),
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

/** Sends the command over a socket, without a client library. */
async function countKeys(port: number, pattern: string): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`EVAL "return #redis.call('KEYS', ARGV[1])" 0 ${pattern}\r\n`);
  const [reply] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  const count = /^:(\d+)\r\n$/.exec(reply.toString())?.[1];
  if (count === undefined) throw new Error(`Redis answered ${reply.toString()}`);
  return Number(count);
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
