import { randomUUID } from 'node:crypto';
import { Actor, bodyOf } from '@canar/actor';
import { programPath, startRedis, type TestRedis } from '@canar/test-programs';
import { auditLedger } from '../ledger/ledger-audit';
import type { ApiProcess } from '../product/api-process';
import { eventually } from '../product/eventually';
import { Product } from '../product/product';

const program = programPath('redis-server', process.env);
const slug = 'asha-rao';
const signInsPerMinute = 10;

let redis: TestRedis;
let product: Product;
let processes: [ApiProcess, ApiProcess];
let actor: Actor;
let profileId: string;

/** What is real: two API processes with the limits of production, and redis-server. */
(program ? describe : describe.skip)('a Redis that goes away', () => {
  beforeAll(setUp);
  afterAll(tearDown);

  it('stores pages in Redis and counts sign-ins of both processes together', async () => {
    await useEverything(2);
    expect(await redis.keysLike('canar:public-page:*')).toBeGreaterThan(0);
    await countTogether();
  });

  it('loses no request when Redis is killed during work', async () => {
    await useEverything(12, () => redis.stop());
    for (const api of processes) {
      const unready = await eventually(
        () => readiness(api),
        ({ status }) => status === 503,
      );
      expect(unready.body).toMatchObject({ unreachable: ['cache'] });
    }
    await useEverything(4);
    expect(await auditLedger(product.database, actor.tenantId)).toEqual([]);
  });

  it('counts sign-ins by process while Redis is down', async () => {
    const [here, there] = processes;
    const email = `${randomUUID()}@example.in`;
    expect(await signIns(here, email, signInsPerMinute + 1)).toEqual([...Array(signInsPerMinute).fill(401), 429]);
    expect(await signIns(there, email, 1)).toEqual([401]);
  });

  it('uses Redis again after its restart without losing a request', async () => {
    await useEverything(12, async () => {
      redis = await startRedis({ program: program ?? '', port: redis.port });
    });
    for (const api of processes)
      await eventually(
        () => readiness(api),
        ({ status }) => status === 200,
      );
    await useEverything(2);
    expect(await redis.keysLike('canar:public-page:*')).toBeGreaterThan(0);
    await countTogether();
  });
});

async function setUp(): Promise<void> {
  redis = await startRedis({ program: program ?? '' });
  product = await Product.prepare({ REDIS_URL: redis.url, RATE_LIMITS: 'standard' });
  processes = await Promise.all([product.startApi(), product.startApi()]);
  actor = await Actor.subscriber(processes[0].origin);
  profileId = await actor.createPublishedProfile(slug);
}

async function tearDown(): Promise<void> {
  await product.close();
  await redis.stop();
}

/** Sees the page, reads as the owner and saves an edit, at one process after the other. */
async function useEverything(rounds: number, halfway: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  let disturbance = Promise.resolve();
  for (let round = 0; round < rounds; round += 1) {
    if (round === Math.floor(rounds / 2)) disturbance = halfway();
    const api = processes[round % 2] as ApiProcess;
    const here = actor.at(api);
    const name = `Asha Rao, ${randomUUID()}`;
    const [before, user] = await Promise.all([here.balance(), bodyOf(here.client.GET('/api/user'))]);
    expect(user.email).toBe(actor.email);
    const etag = await here.editDraft(profileId, { basics: { name } });
    const { charge } = await bodyOf(here.saveRevision({ id: profileId, etag }));
    expect(charge?.balanceAfter).toBe(before - 5);
    const page = await fetch(`${api.origin}/p/${slug}`);
    expect([page.status, (await page.text()).includes(name)]).toEqual([200, true]);
  }
  await disturbance;
}

/** Uses up an account's sign-ins at one process: the other refuses, too. */
async function countTogether(): Promise<void> {
  const [here, there] = processes;
  const email = `${randomUUID()}@example.in`;
  expect(await signIns(here, email, signInsPerMinute)).toEqual(Array(signInsPerMinute).fill(401));
  expect(await signIns(there, email, 1)).toEqual([429]);
}

async function signIns(api: ApiProcess, email: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const answer = await fetch(`${api.origin}/api/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'not the password' }),
    });
    await answer.body?.cancel();
    statuses.push(answer.status);
  }
  return statuses;
}

async function readiness(api: ApiProcess): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${api.origin}/api/health/ready`);
  return { status: answer.status, body: await answer.json() };
}
