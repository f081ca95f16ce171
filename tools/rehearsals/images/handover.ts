import { Agent, createServer, get, request as send, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from './expectation';
import type { Running } from './image-store';

const CALLERS = 20;
const BEFORE_MS = 1_000;
const AFTER_MS = 1_500;
const TIMEOUT_MS = 30_000;
/**
 * Requests without a rate limit; the second uses the database. Readiness is not included: a process that is ending is not ready.
 */
const PATHS = ['/api/auth/health', '/p/no-such-profile'];

/**
 * A release under load: while clients send requests on keep-alive and new connections, a balancer switches to the second process
 * and the first gets SIGTERM, at the same time, as ECS does. No request may fail.
 */
export async function checkHandover(first: Running, ports: { first: number; second: number }): Promise<void> {
  const balancer = new Balancer(ports.first);
  const load = new Load(await balancer.listen());
  const asking = load.run();
  await pause(BEFORE_MS);
  balancer.target = ports.second;
  await first.stop('SIGTERM', TIMEOUT_MS);
  await pause(AFTER_MS);
  load.goesOn = false;
  await asking;
  balancer.close();
  expect(load.answered > 100, `the load asked only ${load.answered} times`);
  expect(
    load.failures.length === 0,
    `${load.failures.length} requests failed: ${[...load.failures.slice(0, 3), ...balancer.errors.slice(0, 3)].join('; ')}`,
  );
  console.log(`A process ended under load and another took over: ${load.answered} requests, 0 failed.`);
}

/** Forwards requests to one process at a time, over keep-alive connections. */
class Balancer {
  readonly errors: string[] = [];
  private readonly agent = new Agent({ keepAlive: true });
  private readonly server: Server;

  constructor(public target: number) {
    this.server = createServer((request, response) => {
      const { method, url: path, headers } = request;
      const onward = send({ host: '127.0.0.1', port: this.target, method, path, headers, agent: this.agent });
      onward.on('response', (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', (error) => {
        this.errors.push(`port ${this.target}, ${Math.round(performance.now())} ms: ${error.message}`);
        response.writeHead(502).end();
      });
      request.pipe(onward);
    });
  }

  async listen(): Promise<string> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.agent.destroy();
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** Clients that send requests without a pause: half of them on keep-alive connections, half on a new connection each time. */
class Load {
  goesOn = true;
  answered = 0;
  readonly failures: string[] = [];

  constructor(private readonly address: string) {}

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: CALLERS }, (_, caller) => this.call(caller)));
  }

  private async call(caller: number): Promise<void> {
    const agent = new Agent({ keepAlive: caller % 2 === 0 });
    for (let turn = caller; this.goesOn; turn += 1) {
      const path = PATHS[turn % PATHS.length] ?? '/';
      const status = await statusOf(`${this.address}${path}`, agent);
      this.answered += 1;
      if (status !== (path.startsWith('/p/') ? 404 : 200)) this.failures.push(`${path}: ${status}`);
    }
    agent.destroy();
  }
}

/** The status of a response that was read to its end, or why there was none. */
function statusOf(url: string, agent: Agent): Promise<number | string> {
  return new Promise((resolve) => {
    const asked = get(url, { agent }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
      answer.once('error', (error) => resolve(error.message));
    });
    asked.once('error', (error) => resolve(error.message));
  });
}
