import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiProcess } from '../product/api-process';
import { environmentOf, workspace } from '../product/built-programs';
import { Product } from '../product/product';
import { type Fault, type ProxiedResponse, FaultyProxy } from './faulty-proxy';

let site: string;
let product: Product;
let api: ApiProcess;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'canar-verify-'));
  for (const page of ['index', '404'])
    await writeFile(join(site, `${page}.html`), '<!doctype html><title>Canar</title>');
  product = await Product.prepare({ SITE_DIR: site });
  api = await product.startApi();
});

afterAll(async () => {
  await product.close();
  await rm(site, { recursive: true });
});

/** `npm run verify` on the product behind a proxy: its exit code, and the checks that failed. */
async function verified(faults: readonly Fault[]) {
  const proxy = await FaultyProxy.start(api.origin, faults);
  const args = ['--import', 'tsx', 'tools/verify/verify.ts', proxy.origin, '--within', '600000'];
  const options = { cwd: workspace, env: environmentOf({}), timeout: 1_800_000 };
  const ended = await new Promise<{ code: unknown; output: string }>((resolve) => {
    execFile(process.execPath, args, options, (error, output, errors) => {
      resolve({ code: error?.code ?? 0, output: output + errors });
    });
  });
  await proxy.stop();
  const failed = [...ended.output.matchAll(/^ {2}✗ (.{42})/gm)].map(([, check = '']) => check.trim());
  return { ...ended, failed };
}

it('npm run verify passes against a running API and leaves no profile behind', async () => {
  const { code, output, failed } = await verified([]);
  expect({ code, failed }).toEqual({ code: 0, failed: [] });
  expect(output).toMatch(/\n\d\d checks passed, 0 failed, 1 skipped/);
  const [left] = await product.database.sql(
    'SELECT count(*)::int AS n FROM profiles.profiles WHERE deleted_at IS NULL',
  );
  expect(left).toEqual({ n: 0 });
});

const json = (change: (body: Record<string, unknown>) => void) => (answer: ProxiedResponse) => {
  const body = JSON.parse(answer.body.toString()) as Record<string, unknown>;
  change(body);
  answer.body = Buffer.from(JSON.stringify(body));
};
const status = (code: number) => (answer: ProxiedResponse) => void (answer.status = code);
const without = (name: string) => (answer: ProxiedResponse) => void delete answer.headers[name];
const sometimes = (every: number, corrupt: (answer: ProxiedResponse) => void) => {
  let times = 0;
  return (answer: ProxiedResponse) => void (++times % every === 0 && corrupt(answer));
};

const faults: [string, string, Fault][] = [
  [
    'a health body with one field more',
    'GET /api/auth/health',
    { on: /health/, corrupt: json((b) => (b['uptime'] = 1)) },
  ],
  [
    'a timestamp of another form',
    'GET /api/auth/health',
    { on: /health/, corrupt: json((b) => (b['timestamp'] = 'now')) },
  ],
  [
    'an allowed foreign origin',
    'OPTIONS /api/login from a foreign origin',
    { on: /^OPTIONS/, corrupt: ({ headers }) => void (headers['access-control-allow-origin'] = '*') },
  ],
  ['a wrong password accepted', 'POST /api/login, wrong password', { on: /^POST \/api\/login/, corrupt: status(200) }],
  [
    'requests without a token accepted',
    'GET /api/user without a token',
    { on: /^GET \/api\/user/, corrupt: status(200) },
  ],
  [
    'a missing nosniff header',
    'Security headers of the site',
    { on: /^GET \/$/, corrupt: without('x-content-type-options') },
  ],
  ['a page for unknown addresses', 'A page that is not there', { on: /no\/such/, corrupt: status(200) }],
  [
    'a health check that fails at times',
    '/api/auth/health, 1000 requests by 10',
    { on: /health/, corrupt: sometimes(400, status(503)) },
  ],
  [
    'another price',
    'Plans and prices',
    { on: /plans$/, corrupt: ({ body }) => void body.write('8', body.indexOf('199900') + 1) },
  ],
  ['a free edit', 'Save the edit', { on: /^POST .*revisions/, corrupt: json((b) => (b['charge'] = null)) }],
  ['a page that stays published', 'GET /p/', { on: /^GET \/p\/[^.]+$/, corrupt: status(200) }],
  [
    'a PDF that is HTML',
    'PDF of the draft',
    { on: /export\/pdf/, corrupt: (answer) => void answer.body.write('<html>') },
  ],
  [
    'a profile readable by another tenant',
    'Another’s profile',
    { on: /^GET \/api\/profiles\/[^/]+$/, corrupt: status(200) },
  ],
  [
    'a sign-out without effect',
    'GET /api/user, the token of before',
    { on: /logout/, drop: true, corrupt: status(204) },
  ],
  ['a rejected deletion', 'Delete the profile', { on: /^DELETE .*profiles\/[^/]+$/, corrupt: status(500) }],
];

/** A failed check of the profile skips the checks that need it, so these faults have a run of their own. */
const inOwnRun = ['a free edit', 'a PDF that is HTML'];
/** Checks that fail with the one of a fault, because they rest on the same answer. */
const consequences = ['Deleting another’s profile', 'Refresh, signed out'];

const runs: [string, typeof faults][] = [
  ['many', faults.filter(([fault]) => !inOwnRun.includes(fault))],
  ...inOwnRun.map((name): [string, typeof faults] => [name, faults.filter(([fault]) => fault === name)]),
];

describe.each(runs)('faults: %s', (_name, run) => {
  let ended: Awaited<ReturnType<typeof verified>>;

  beforeAll(async () => {
    ended = await verified(run.map(([, , fault]) => fault));
  });

  it.each(run)('npm run verify fails on %s', (_fault, check) => {
    expect(ended.failed.filter((name) => name.startsWith(check))).toHaveLength(1);
    expect(ended.code).toBe(1);
  });

  it('npm run verify fails no check that has no fault', () => {
    const expected = [...run.map(([, check]) => check), ...consequences];
    expect(ended.failed.filter((name) => !expected.some((check) => name.startsWith(check)))).toEqual([]);
  });
});
