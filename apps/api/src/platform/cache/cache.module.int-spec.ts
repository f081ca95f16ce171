import { programPath, startRedis, type TestRedis } from '@canar/test-programs';
import { ApiCaller } from '../testing/api-caller';
import { eventually } from '../testing/eventually';
import { startTestApp, type TestApp } from '../../test-app';

const program = programPath('redis-server', process.env);
const withRedis = { describe: program ? describe : describe.skip };

/** What is real: the whole API, PostgreSQL and redis-server. */
withRedis.describe('the API with Redis', () => {
  let redis: TestRedis;
  let test: TestApp;
  let caller: ApiCaller;
  const ready = () => caller.get<{ ready: boolean; unreachable: string[] }>('/api/health/ready');

  beforeAll(async () => {
    redis = await startRedis({ program: program ?? '' });
    test = await startTestApp({ REDIS_URL: redis.url });
    caller = new ApiCaller(test.app);
  });
  afterAll(async () => {
    await test.close();
    await redis.stop();
  });

  it('answers while Redis is down, reports it as missing, and recovers', async () => {
    await eventually(ready, ({ status }) => status === 200);

    await redis.stop();
    expect(await eventually(ready, ({ status }) => status === 503)).toMatchObject({
      body: { ready: false, unreachable: ['cache'] },
    });
    const body = { email: 'ada@example.com', password: 'nine purple lanterns', name: 'Ada' };
    const { status, body: account } = await caller.post<{ accessToken: string }>('/api/register', { body });
    expect(status).toBe(201);
    const signedIn = caller.with({ authorization: `Bearer ${account.accessToken}` });
    expect((await signedIn.get('/api/user')).status).toBe(200);

    redis = await startRedis({ program: program ?? '', port: redis.port });
    await eventually(ready, ({ status: now }) => now === 200);
  });
});
