import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { programPath, startRedis, type TestRedis } from '@canar/test-programs';
import { bundleOf, environmentOf, workspace } from '../product/built-programs';
import { Product } from '../product/product';

const program = programPath('redis-server', process.env);

/** What a production that takes money is told, beside its database and Redis. */
const selling = {
  NODE_ENV: 'production',
  CANAR_DEMO: '',
  SANDBOX_SECRET: '',
  RATE_LIMITS: 'standard',
  PUBLIC_URL: 'https://canar.example',
  STORAGE: 's3',
  S3_BUCKET: 'cpm-uploads',
  MAIL: 'ses',
  MAIL_FROM: 'hello@canar.example',
  PAYMENT_PROVIDERS: 'razorpay,stripe',
  RAZORPAY_KEY_ID: 'rzp_live_1',
  RAZORPAY_KEY_SECRET: randomBytes(16).toString('hex'),
  RAZORPAY_WEBHOOK_SECRET: randomBytes(16).toString('hex'),
  STRIPE_SECRET_KEY: 'sk_live_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
  SELLER_NAME: 'Canar Services',
  SELLER_ADDRESS: '1 Anna Salai, Chennai',
  SELLER_STATE: 'Tamil Nadu',
  SUPPORT_EMAIL: 'help@canar.example',
  GRIEVANCE_CONTACT: 'grievance@canar.example',
};

const credentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

/** What is real: the built API as production runs it, PostgreSQL and Redis. A server stands for the bucket. */
(program ? describe : describe.skip)('a production that is no demonstration', () => {
  let redis: TestRedis;
  let product: Product;

  let bucket: Server;

  beforeAll(async () => {
    redis = await startRedis({ program: program ?? '' });
    bucket = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
    await once(bucket, 'listening');
    const { port } = bucket.address() as AddressInfo;
    const surroundings = { REDIS_URL: redis.url, S3_ENDPOINT: `http://127.0.0.1:${port}`, ...credentials };
    product = await Product.prepare({ ...selling, ...surroundings });
  });
  afterAll(async () => {
    await product.close();
    bucket.close();
    await redis.stop();
  });

  it('starts when providers, seller, mail and files are configured', async () => {
    const { origin } = await product.startApi();
    const health = await fetch(`${origin}/api/auth/health`);
    await expect(health.json()).resolves.toMatchObject({ success: true, environment: 'production' });
    const mailbox = await fetch(`${origin}/api/dev/mailbox`);
    expect(mailbox.status).toBe(404);
  });
});

describe('the API in an environment that lacks what production needs', () => {
  const { JWT_SECRET, DATABASE_URL } = {
    JWT_SECRET: 'x'.repeat(32),
    DATABASE_URL: 'postgresql://canar_app@h/canar_db',
  };

  it.each([
    ['nothing but its stage', { NODE_ENV: 'production' }],
    [
      'two providers and none of their keys',
      { ...selling, ...without(/^(RAZORPAY|STRIPE)_/), JWT_SECRET, DATABASE_URL, REDIS_URL: 'rediss://h:6379' },
    ],
  ])('rejects an environment with one sentence for each variable: %s', (title, variables) => {
    const { status, stderr } = refusal(variables);
    expect(status).toBe(1);
    expect(stderr).toBe(documented(title));
  });
});

function without(pattern: RegExp): Record<string, string> {
  return Object.fromEntries(Object.keys(selling).flatMap((name) => (pattern.test(name) ? [[name, '']] : [])));
}

function refusal(variables: Record<string, string>) {
  return spawnSync(process.execPath, [bundleOf('main')], {
    cwd: workspace,
    env: environmentOf(variables),
    encoding: 'utf8',
  });
}

/** The block of docs/deployment.md below the line that ends with a title and a colon. */
function documented(title: string): string {
  const text = readFileSync(join(workspace, 'docs/deployment.md'), 'utf8');
  return text.split(`${title}:\n\n\`\`\`\n`)[1]?.split('```')[0] ?? '';
}
