import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { eventually } from '../testing/eventually';
import { startTestApp, type TestApp } from '../../test-app';

/** What is real: the API, its server and its sockets. */
describe('a process that is asked to end', () => {
  let test: TestApp;
  let port: number;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  beforeEach(async () => {
    test = await startTestApp({ DRAIN_SECONDS: '1' });
    await test.app.listen(0, '127.0.0.1');
    port = (test.app.getHttpServer().address() as AddressInfo).port;
  });
  afterEach(() => test.close());
  afterAll(() => agent.destroy());

  async function answerOf(path: string): Promise<IncomingMessage> {
    const [answer] = (await once(get({ port, path, agent, host: '127.0.0.1' }), 'response')) as [IncomingMessage];
    answer.resume();
    await once(answer, 'end');
    return answer;
  }

  /** A sign-in of which the server has seen the first half. */
  async function halfASignIn(): Promise<{ socket: Socket; rest: string }> {
    const body = JSON.stringify({ email: 'nobody@canar.example', password: 'not the password' });
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const head = `POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    socket.write(head + body.slice(0, 10));
    return { socket, rest: body.slice(10) };
  }

  it('serves requests while it drains, closes connections, and reports not ready', async () => {
    expect((await answerOf('/api/auth/health')).headers.connection).toBe('keep-alive');
    const ended = test.app.close();
    await eventually(
      () => answerOf('/api/health/ready'),
      ({ statusCode }) => statusCode === 503,
    );
    const health = await answerOf('/api/auth/health');
    expect([health.statusCode, health.headers.connection]).toEqual([200, 'close']);
    await ended;
    await expect(answerOf('/api/auth/health')).rejects.toThrow('ECONNREFUSED');
  });

  it('finishes its requests before it closes database, cache and storage', async () => {
    const { socket, rest } = await halfASignIn();
    await answerOf('/api/auth/health');
    const ended = test.app.close();
    await eventuallyRejects();
    socket.write(rest);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 401 /);
    await ended;
  });

  async function eventuallyRejects(): Promise<void> {
    for (;;) {
      try {
        await answerOf('/api/auth/health');
      } catch {
        return;
      }
    }
  }
});

describe('a task behind a load balancer', () => {
  it('serves HTTPS with its own certificate', async () => {
    const test = await startTestApp({ TLS: 'self-signed' });
    await test.app.listen(0, '127.0.0.1');
    const { port } = test.app.getHttpServer().address() as AddressInfo;
    const { request } = await import('node:https');
    const asked = request({ port, host: '127.0.0.1', path: '/api/auth/health', rejectUnauthorized: false }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(200);
    await test.close();
  });
});
