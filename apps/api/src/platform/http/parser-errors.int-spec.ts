import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { startTestApp, type TestApp } from '../../test-app';

/** What is real: the API, its server and its sockets. */
let test: TestApp;
let port: number;
beforeAll(async () => {
  test = await startTestApp();
  await test.app.listen(0, '127.0.0.1');
  ({ port } = test.app.getHttpServer().address() as AddressInfo);
});
afterAll(() => test.close());

async function answerTo(
  request: string,
): Promise<{ status: number; headers: string; problem: Record<string, unknown> }> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
  socket.write(request);
  await once(socket, 'close');
  const [headers = '', body = ''] = answer.split('\r\n\r\n', 2);
  return { status: Number(headers.split(' ')[1]), headers, problem: JSON.parse(body) as Record<string, unknown> };
}

it.each([
  ['no HTTP', 'nonsense\r\n\r\n', 400, 'request.invalid'],
  [
    'too large a header',
    `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    'request.headers-too-large',
  ],
  [
    'two lengths',
    'POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    400,
    'request.invalid',
  ],
  [
    'two hosts',
    'GET /api/auth/health HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n',
    400,
    'request.invalid',
  ],
])('answers a request with %s by a problem with security headers', async (_what, request, status, code) => {
  const { headers, problem, ...answer } = await answerTo(request);
  expect([answer.status, problem['status'], problem['code']]).toEqual([status, status, code]);
  expect(headers).toMatch(/content-type: application\/problem\+json/i);
  expect(headers).toMatch(/content-security-policy: default-src 'none'/i);
  expect(headers).toMatch(new RegExp(`x-request-id: ${String(problem['requestId'])}`, 'i'));
});
