import { createHash } from 'node:crypto';
import { startTestApp, type TestApp } from '../../test-app';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const post = { method: 'POST' as const, headers: { 'content-type': 'application/json' } };
const preflight = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };

it.each([
  ['an answer', '/api/auth/health', {}, 200],
  ['an address that leads nowhere', '/api/nowhere', {}, 404],
  ['a page that is not there', '/p/nobody', { headers: { accept: 'text/html' } }, 404],
  ['a request without a session', '/api/user', {}, 401],
  ['a body that is no JSON', '/api/login', { ...post, payload: '{' }, 400],
  ['a body that is too large', '/api/login', { ...post, payload: `"${'x'.repeat(1_100_000)}"` }, 413],
  ['an address that cannot be read', '/api/%zz', {}, 400],
  [
    'a question before a request of another origin',
    '/api/login',
    { method: 'OPTIONS' as const, headers: preflight },
    204,
  ],
])('sends the security headers with %s', async (_what, url, request, status) => {
  const answer = await test.app.inject({ url, ...request });
  expect(answer.statusCode).toBe(status);
  expect(answer.headers).toMatchObject({
    'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  });
  expect(answer.headers['x-frame-options']).toBeUndefined();
});

it('allows a page only its own styles, by their hashes', async () => {
  const { headers, payload } = await test.app.inject({ url: '/p/nobody', headers: { accept: 'text/html' } });
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(payload) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(headers['content-security-policy']).toContain(`style-src 'sha256-${hash}'; `);
  expect(payload).not.toMatch(/ style="/);
});

it('allows every method of the API to the origins of CORS_ORIGIN', async () => {
  const headers = { origin: 'http://localhost', 'access-control-request-method': 'PATCH' };
  const answer = await test.app.inject({ method: 'OPTIONS', url: '/api/profiles', headers });
  expect(answer.headers['access-control-allow-methods']).toBe('GET, HEAD, POST, PUT, PATCH, DELETE');
});

it('answers an unreadable address with a problem', async () => {
  const answer = await test.app.inject({ url: '/api/%zz' });
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.headers['x-request-id']).toBe(answer.json<{ requestId: string }>().requestId);
  expect(answer.json()).toMatchObject({ status: 400, code: 'request.invalid' });
});

it('serves the page about the contract outside production only', async () => {
  const statusesOf = async ({ app }: TestApp) => {
    const answers = [await app.inject({ url: '/api/docs' }), await app.inject({ url: '/api/openapi.json' })];
    return answers.map(({ statusCode }) => statusCode);
  };
  const demonstration = { NODE_ENV: 'production', CANAR_DEMO: 'true', REDIS_URL: 'redis://127.0.0.1:1' };
  const production = await startTestApp({ ...demonstration, RATE_LIMITS: 'standard' });
  try {
    expect(await statusesOf(test)).toEqual([200, 200]);
    expect(await statusesOf(production)).toEqual([404, 200]);
  } finally {
    await production.close();
  }
});
