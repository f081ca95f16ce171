import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { registerPerson } from '../../auth/testing';
import { createProfile } from '../../profiles/testing';
import { startTestApp, type TestApp } from '../../test-app';
import { serverLimits, type ServerLimits } from './server-limits';

/** What is real: the API, its server and its sockets; the limits are small, and each test lowers one of them. */
const patient: ServerLimits = { ...serverLimits, connectionsCheckingInterval: 20 };
let test: TestApp | undefined;
afterEach(() => test?.close());

async function start(limits: Partial<ServerLimits>): Promise<Socket> {
  test = await startTestApp({}, { ...patient, ...limits });
  await test.app.listen(0, '127.0.0.1');
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined).setEncoding('utf8');
  await once(socket, 'connect');
  return socket;
}

/** All that the server says until it closes the connection. */
async function answerOn(socket: Socket): Promise<string> {
  let answer = '';
  socket.on('data', (part: string) => (answer += part));
  await once(socket, 'close');
  return answer;
}

/** A body that goes on for as long as the connection is there. */
function trickle(socket: Socket): void {
  const next = setInterval(() => socket.write('x'), 20);
  socket.once('close', () => clearInterval(next));
}

const head = 'POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n';
const timedOut = /^HTTP\/1\.1 408 .*\r\n\r\n\{.*"code":"request\.timeout"/s;

describe('a slow client', () => {
  it('answers 408 to a client whose body does not arrive in time', async () => {
    const socket = await start({ requestTimeout: 300, headersTimeout: 300 });
    socket.write(head);
    trickle(socket);
    expect(await answerOn(socket)).toMatch(timedOut);
  });

  it('answers 408 to a client whose body is slower than the minimum', async () => {
    const socket = await start({ bodyGrace: 200, minBodySpeed: 100_000 });
    socket.write(head);
    trickle(socket);
    expect(await answerOn(socket)).toMatch(timedOut);
  });

  it('answers 408 to a client whose headers do not arrive in time', async () => {
    const socket = await start({ headersTimeout: 300 });
    socket.write('GET /api/auth/health HTTP/1.1\r\nHost: x\r\nX-Long: ');
    trickle(socket);
    expect(await answerOn(socket)).toMatch(timedOut);
  });

  it('closes an idle connection without a further request', async () => {
    const socket = await start({ keepAliveTimeout: 50 });
    socket.write('GET /api/auth/health HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await answerOn(socket)).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('an upload', () => {
  it.each([
    ['without a ticket', '', 409],
    ['with a forged ticket', '?ticket=a.b', 409],
  ])('answers %s before its body arrives', async (_what, query, status) => {
    const socket = await start({});
    socket.write(
      `PUT /api/uploads${query} HTTP/1.1\r\nHost: x\r\nContent-Type: image/png\r\nContent-Length: 10000000\r\n\r\n`,
    );
    const [answer] = (await once(socket, 'data')) as [string];
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    socket.destroy();
  });

  it('rejects an upload of another type than its ticket before its body arrives', async () => {
    const socket = await start({});
    const person = await registerPerson((test as TestApp).app);
    const { id } = await createProfile(person);
    const body = { kind: 'photo', mediaType: 'image/jpeg', bytes: 1_000 };
    const { url } = (await person.api.post<{ url: string }>(`/api/profiles/${id}/uploads`, { body })).body;
    socket.write(`PUT ${url} HTTP/1.1\r\nHost: x\r\nContent-Type: image/png\r\nContent-Length: 10000000\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [string];
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    socket.destroy();
  });
});
