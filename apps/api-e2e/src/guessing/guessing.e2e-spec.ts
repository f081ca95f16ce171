import { Actor } from '@canar/actor';
import { programPath, startRedis, type TestRedis } from '@canar/test-programs';
import type { ApiProcess } from '../product/api-process';
import { eventually } from '../product/eventually';
import { Product } from '../product/product';

const program = programPath('redis-server', process.env);
const guesses = 500;
const addresses = 100;
const maxChecked = 30;

let redis: TestRedis;
let product: Product;
let processes: [ApiProcess, ApiProcess];
let owner: Actor;

/** What is real: two API processes behind one proxy with the limits of production, and redis-server, which stops meanwhile. */
(program ? describe : describe.skip)('five hundred guesses from a hundred addresses', () => {
  beforeAll(async () => {
    redis = await startRedis({ program: program ?? '' });
    product = await Product.prepare({ REDIS_URL: redis.url, RATE_LIMITS: 'standard', TRUST_PROXY: '1' });
    processes = await Promise.all([product.startApi(), product.startApi()]);
    owner = new Actor(processes[0].origin);
    await owner.register();
  });
  afterAll(async () => {
    await product.close();
    await redis.stop();
  });

  it('checks at most thirty of 500 guessed passwords while the owner signs in', async () => {
    const statuses = new Map<number, number>();
    const guessOnce = async (index: number) => {
      const status = await guess(processes[index % 2] as ApiProcess, addressOf(index % addresses));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    };
    for (let index = 0; index < guesses / 2; index += 1) await guessOnce(index);
    await redis.stop();
    for (let index = guesses / 2; index < guesses - 50; index += 1) await guessOnce(index);

    await owner.signIn();
    expect(await signInByLink()).toBe(200);

    for (let index = guesses - 50; index < guesses; index += 1) await guessOnce(index);
    const checked = statuses.get(401) ?? 0;
    console.log(`${guesses} guesses from ${addresses} addresses: ${checked} reached the password check`);
    expect([...statuses.keys()].sort()).toEqual([401, 429]);
    expect(checked).toBeLessThanOrEqual(maxChecked);
    expect(checked + (statuses.get(429) ?? 0)).toBe(guesses);
  });
});

const addressOf = (index: number): string => `203.0.113.${index + 1}`;

async function guess(api: ApiProcess, address: string): Promise<number> {
  const answer = await fetch(`${api.origin}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ email: owner.email, password: 'not the right one 8' }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** Opens the link in the owner's mail on a device that has never signed in. @returns the status of the sign-in */
async function signInByLink(): Promise<number> {
  const [api] = processes;
  const mails = async () => {
    const answer = await fetch(`${api.origin}/api/dev/mailbox?to=${encodeURIComponent(owner.email)}`, {
      headers: { accept: 'application/json' },
    });
    return ((await answer.json()) as { mails: { text: string }[] }).mails;
  };
  const arrived = await eventually(mails, (list) => list.some(({ text }) => text.includes('#token=')));
  const [, token] = /#token=([\w-]+)/.exec(arrived.map(({ text }) => text).join('\n')) ?? [];
  const answer = await fetch(`${api.origin}/api/login/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.7' },
    body: JSON.stringify({ token }),
  });
  await answer.arrayBuffer();
  return answer.status;
}
