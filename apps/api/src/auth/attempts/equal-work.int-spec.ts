import * as argon2 from '@node-rs/argon2';
import { ApiCaller } from '../../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../../test-app';
import { StatementCounts } from '../../testing/statement-counts';
import { registerPerson } from '../testing';

jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof argon2>('@node-rs/argon2');
  return { ...real, hash: jest.fn(real.hash), verify: jest.fn(real.verify) };
});

/** What a request made the API do. */
interface Work {
  status: number;
  statements: string[];
  argon2: number;
}

let test: TestApp;
let anonymous: ApiCaller;
let statementCounts: StatementCounts;

beforeAll(async () => {
  test = await startTestApp({ RATE_LIMITS: 'standard', TRUST_PROXY: '1' });
  anonymous = new ApiCaller(test.app);
  statementCounts = new StatementCounts(test);
  await login('warmed-up@example.in', 'whatever it is');
});
afterAll(() => test.close());

async function workOf(act: () => Promise<{ status: number }>): Promise<Work> {
  jest.mocked(argon2.hash).mockClear();
  jest.mocked(argon2.verify).mockClear();
  let status = 0;
  const { texts: statements } = await statementCounts.of(async () => {
    ({ status } = await act());
  });
  const computations = jest.mocked(argon2.hash).mock.calls.length + jest.mocked(argon2.verify).mock.calls.length;
  return { status, statements, argon2: computations };
}

let addresses = 0;
function login(email: string, password: string) {
  addresses += 1;
  const api = anonymous.with({ 'x-forwarded-for': `198.18.${addresses >> 8}.${addresses & 255}` });
  return api.post('/api/login', { body: { email, password } });
}

describe('the work of a sign-in', () => {
  it('runs equal statements and one argon2 for known, unknown and blocked accounts', async () => {
    const [known, blocked] = [await registerPerson(test.app), await registerPerson(test.app)];
    await test.sql('UPDATE auth.users SET blocked_at = now() WHERE id = $1', [blocked.user.id]);
    const works = [];
    for (const email of [known.user.email, 'nobody@example.in', blocked.user.email])
      works.push(await workOf(() => login(email, 'not the right one')));
    expect(works[0]).toMatchObject({ status: 401, argon2: 1 });
    const ofAccounts = works[0]?.statements.filter((statement) => statement.includes('auth.'));
    expect(ofAccounts).toHaveLength(2); // the account and the attempt
    expect(works[1]).toEqual(works[0]);
    expect(works[2]).toEqual(works[0]);
  });

  it('runs equal statements without argon2 when the counter of an account is full', async () => {
    const { user } = await registerPerson(test.app);
    const works: Work[][] = [];
    for (const email of [user.email, 'nobody-else@example.in']) {
      for (let time = 0; time < 29; time += 1) await login(email, 'not the right one');
      works.push([
        await workOf(() => login(email, 'not the right one')),
        await workOf(() => login(email, 'not the right one')),
      ]);
    }
    expect(works[0]?.map(({ status, argon2: computations }) => [status, computations])).toEqual([
      [429, 0],
      [429, 0],
    ]);
    expect(works[1]).toEqual(works[0]);
  });
});

describe('the work of a forgotten password', () => {
  const forgot = (email: string) => anonymous.post('/api/auth/forgot-password', { body: { email } });

  it('runs equal statements and no argon2 for a forgotten password of any account', async () => {
    const [known, blocked] = [await registerPerson(test.app), await registerPerson(test.app)];
    await test.sql('UPDATE auth.users SET blocked_at = now() WHERE id = $1', [blocked.user.id]);
    const works: Work[][] = [];
    for (const email of [known.user.email, 'nobody-forgot@example.in', blocked.user.email])
      works.push([await workOf(() => forgot(email)), await workOf(() => forgot(email))]);
    expect(works[0]).toMatchObject([
      { status: 204, argon2: 0 },
      { status: 204, argon2: 0 },
    ]);
    expect(works[0]?.[0]?.statements.filter((statement) => /auth\.|add_job/.test(statement))).toHaveLength(3);
    expect(works[1]).toEqual(works[0]);
    expect(works[2]).toEqual(works[0]);
  });
});

describe('the work of registering', () => {
  it('computes one argon2 hash to register a known or unknown address', async () => {
    const email = 'registered-twice@example.in';
    const body = { email, password: 'a quiet phrase for two', name: 'Asha Rao' };
    const elsewhere = anonymous.with({ 'x-forwarded-for': '198.51.100.9' });
    const first = await workOf(() => elsewhere.post('/api/register', { body }));
    const second = await workOf(() => elsewhere.post('/api/register', { body }));
    expect([first, second].map(({ status, argon2: computations }) => [status, computations])).toEqual([
      [201, 1],
      [409, 1],
    ]);
  });
});
