import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { freePort } from '../product/port';

/** A real redis-server of the spec's own, which keeps nothing on disk. */
export class RedisServer {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
  ) {}

  /**
   * Starts it and waits until it takes connections.
   * @param program the path of redis-server
   * @param port where an earlier one was; a free one by default
   * @throws {Error} with what it said, when it does not start
   */
  static async start(program: string, port?: number): Promise<RedisServer> {
    const listening = port ?? (await freePort());
    const options = ['--port', String(listening), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn(program, options, { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'inherit'] });
    process.once('exit', () => child.kill('SIGKILL'));
    await started(child);
    return new RedisServer(listening, child);
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** How many of its keys match a pattern. Asks in the protocol's own words: the client belongs to the API. */
  async keysLike(pattern: string): Promise<number> {
    const socket = connect(this.port, '127.0.0.1');
    socket.write(`EVAL "return #redis.call('KEYS', ARGV[1])" 0 ${pattern}\r\n`);
    const [reply] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    const count = /^:(\d+)\r\n$/.exec(reply.toString())?.[1];
    if (count === undefined) throw new Error(`Redis answered ${reply.toString()}`);
    return Number(count);
  }

  /** Kills it at once and waits until it is gone. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}

function started(child: ChildProcess): Promise<void> {
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
