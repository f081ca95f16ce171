import { expect } from './expectation';

/** The expected response of nginx: status, and patterns of headers. */
interface Expected {
  readonly path: string;
  readonly method?: string;
  readonly accepts?: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, RegExp | null>>;
}

const page = {
  'content-type': /^text\/html; charset=utf-8$/,
  'cache-control': /^no-cache$/,
  'content-security-policy': /frame-ancestors 'none'/,
  'strict-transport-security': /^max-age=31536000/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^strict-origin-when-cross-origin$/,
  'permissions-policy': /camera=\(\)/,
  server: /^nginx$/,
};

const fromApi = { 'content-encoding': null, 'cache-control': /^no-store$/, 'x-content-type-options': /^nosniff$/ };

/** Paths of the site. @param script the address of a hashed file */
const answers = (script: string): readonly Expected[] => [
  { path: '/', status: 200, headers: { ...page, 'content-encoding': null } },
  {
    path: '/',
    accepts: 'gzip',
    status: 200,
    headers: { ...page, 'content-encoding': /^gzip$/, vary: /accept-encoding/i },
  },
  { path: '/pricing/', status: 200, headers: page },
  { path: '/pricing', status: 301, headers: { location: /^\/pricing\/$/ } },
  { path: '/hi/', status: 200, headers: page },
  { path: '/no/such/page', status: 404, headers: page },
  { path: '/.env', status: 404, headers: page },
  { path: '/', method: 'POST', status: 405, headers: { server: /^nginx$/ } },
  { path: '/favicon.svg', status: 200, headers: { 'content-type': /^image\/svg\+xml/, 'cache-control': /^no-cache$/ } },
  {
    path: script,
    accepts: 'gzip',
    status: 200,
    headers: {
      'content-type': /javascript/,
      'content-encoding': /^gzip$/,
      'cache-control': /^public, max-age=31536000, immutable$/,
      'x-content-type-options': /^nosniff$/,
    },
  },
  { path: '/_next/static/chunks/no-such-file.js', status: 404, headers: page },
  { path: '/_next/static/chunks/', status: 403, headers: page },
];

/** Paths that nginx forwards to the API. */
const passedOn: readonly Expected[] = [
  {
    path: '/api/auth/health',
    accepts: 'gzip',
    status: 200,
    headers: { ...fromApi, 'content-type': /^application\/json/ },
  },
  {
    path: '/api/user',
    accepts: 'gzip',
    status: 401,
    headers: { ...fromApi, 'content-type': /^application\/problem\+json/ },
  },
  { path: '/p/no-such-profile', status: 404, headers: { 'x-content-type-options': /^nosniff$/ } },
];

/** Requests each address from the site's image and compares the response. */
export async function checkSite(address: string): Promise<void> {
  const html = await (await fetch(address)).text();
  const script = /\/_next\/static\/[^"]+\.js/.exec(html)?.[0];
  expect(script !== undefined, 'the home page loads no script');
  const table = [...answers(script ?? ''), ...passedOn];
  for (const expected of table) await compare(address, expected);
  console.log(`The site answers ${table.length} addresses with the right status, headers and lifetimes.`);
}

async function compare(address: string, { path, method = 'GET', accepts = 'identity', status, headers }: Expected) {
  const answer = await fetch(`${address}${path}`, {
    method,
    headers: { 'accept-encoding': accepts },
    redirect: 'manual',
  });
  await answer.arrayBuffer();
  expect(answer.status === status, `${method} ${path} answers ${answer.status} instead of ${status}`);
  for (const [name, pattern] of Object.entries(headers)) {
    const value = answer.headers.get(name);
    const holds = pattern === null ? value === null : value !== null && pattern.test(value);
    expect(
      holds,
      `${method} ${path} (accepts ${accepts}) has ${name}: ${value ?? 'none'}, and ${pattern ?? 'none'} is right`,
    );
  }
}
