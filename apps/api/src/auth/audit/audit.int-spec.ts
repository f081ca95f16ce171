import { ApiCaller } from '../../platform/testing/api-caller';
import { eventually } from '../../platform/testing/eventually';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { startTestApp, type TestApp } from '../../test-app';
import { mailedTokens, type Person, registerPerson } from '../testing';
import { breachReportOver } from './breach-report-over';
import { ForgetAudit } from './use-cases/forget-audit';

type Entry = Record<string, unknown> & { id: string; act: string };
type Page = { entries: Entry[]; nextCursor: string | null };

/** What is real: the API over PostgreSQL, with its jobs. */
let test: TestApp;
let anonymous: ApiCaller;
beforeAll(async () => {
  test = await startTestApp();
  anonymous = new ApiCaller(test.app);
});
afterAll(() => test.close());

const pageOf = async ({ api }: Person, query = '') => (await api.get<Page>(`/api/auth/audit${query}`)).body;
const actsOf = async (person: Person) => (await pageOf(person)).entries.map(({ act }) => act);
const signIn = ({ user: { email } }: Person, password: string) =>
  anonymous.post('/api/login', { body: { email, password }, headers: { 'user-agent': firefox } });
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('the audit log of a person', () => {
  it('lists what happened to the account with device and method, newest first', async () => {
    const person = await registerPerson(test.app);
    test.clock.advance(1);
    await signIn(person, person.password);
    test.clock.advance(1);
    const [token = ''] = await mailedTokens(test, person.user.email, '/verify-email/');
    await anonymous.post('/api/auth/verify-email', { body: { token } });
    const { entries, nextCursor } = await pageOf(person);
    expect(nextCursor).toBeNull();
    expect(entries).toMatchObject([
      { act: 'account.verified', method: null, browser: null, at: test.clock.now().toISOString() },
      { act: 'sign-in.succeeded', method: 'password', browser: 'Firefox', system: 'Linux' },
      { act: 'account.registered', at: person.user.createdAt },
    ]);
  });

  it('lists wrong passwords, and stores none for an unknown address', async () => {
    const person = await registerPerson(test.app);
    await anonymous.post('/api/login', { body: { email: 'nobody@example.in', password: 'not the right one' } });
    await signIn(person, 'not the right one');
    await eventually(
      () => actsOf(person),
      (acts) => acts.includes('sign-in.failed'),
    );
    expect(await test.sql(`SELECT 1 FROM auth.audit WHERE act = 'sign-in.failed'`)).toHaveLength(1);
  });

  it('lists ended sessions and a changed password with the reason', async () => {
    const person = await registerPerson(test.app);
    const body = { currentPassword: person.password, password: 'another quiet phrase' };
    const changed = await person.api.post('/api/auth/change-password', { body });
    const api = anonymous.with({ authorization: `Bearer ${String(changed.body['accessToken'])}` });
    const { entries } = await pageOf({ ...person, api });
    expect(entries.map(({ act, reason }) => [act, reason]).sort()).toEqual([
      ['account.password-changed', null],
      ['account.registered', null],
      ['session.ended', 'password-changed'],
    ]);
  });

  it('writes nothing when the act is rolled back', async () => {
    const person = await registerPerson(test.app);
    const [token = ''] = await mailedTokens(test, person.user.email, '/verify-email/');
    await test.sql(`CREATE FUNCTION pg_temp.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`);
    await test.sql('CREATE TRIGGER fail BEFORE INSERT ON auth.audit FOR EACH ROW EXECUTE FUNCTION pg_temp.fail()');
    const refused = await anonymous.post('/api/auth/verify-email', { body: { token } });
    await test.sql('DROP TRIGGER fail ON auth.audit');
    expect(refused.status).toBe(500);
    const [user] = await test.sql('SELECT email_verified_at FROM auth.users WHERE id = $1', [person.user.id]);
    expect(user).toEqual({ email_verified_at: null });
    expect((await anonymous.post('/api/auth/verify-email', { body: { token } })).status).toBe(204);
  });

  it('shows a person nothing of another, and takes no cursor of another', async () => {
    const [person, other] = [await registerPerson(test.app), await registerPerson(test.app)];
    for (let time = 0; time < 3; time += 1) await signIn(person, person.password);
    expect(await actsOf(other)).toEqual(['account.registered']);
    const first = await pageOf(person, '?limit=2');
    const second = await pageOf(person, `?limit=2&cursor=${first.nextCursor}`);
    expect(new Set([...first.entries, ...second.entries].map(({ id }) => id)).size).toBe(4);
    expect(second.nextCursor).toBeNull();
    expect((await other.api.get(`/api/auth/audit?cursor=${first.nextCursor}`)).status).toBe(400);
  });

  it('lets the application change or delete no entry', async () => {
    await registerPerson(test.app);
    const rows = await test.sql(
      `SELECT privilege_type FROM information_schema.role_table_grants
       WHERE table_schema = 'auth' AND table_name = 'audit' AND grantee = 'canar_app' ORDER BY 1`,
    );
    expect(rows).toEqual([{ privilege_type: 'INSERT' }, { privilege_type: 'SELECT' }]);
    await expect(test.sql(`UPDATE auth.audit SET act = 'sign-in.succeeded'`)).rejects.toThrow('append-only');
  });

  it('stores failures for 30 days and everything else for a year', async () => {
    const person = await registerPerson(test.app);
    await signIn(person, 'not the right one');
    await eventually(
      () => actsOf(person),
      (acts) => acts.length === 2,
    );
    const acts = () => test.sql('SELECT act FROM auth.audit WHERE user_id = $1', [person.user.id]);
    test.clock.advance(29 * 86_400);
    await test.app.get(ForgetAudit).execute();
    expect(await acts()).toHaveLength(2);
    test.clock.advance(2 * 86_400);
    await test.app.get(ForgetAudit).execute();
    expect(await acts()).toEqual([{ act: 'account.registered' }]);
    test.clock.advance(335 * 86_400);
    await test.app.get(ForgetAudit).execute();
    expect(await acts()).toEqual([]);
  });
});

it('reports a breach from the audit log of its time and accounts', async () => {
  test.clock.advance(3_600);
  const from = test.clock.now();
  const [person, other] = [await registerPerson(test.app), await registerPerson(test.app)];
  test.clock.advance(60);
  const until = test.clock.now();
  await signIn(person, person.password);
  const report = (accounts: string[]) =>
    breachReportOver(test.app.get(UnitOfWork), { knownAt: until, from, until }, accounts);
  const all = await report([]);
  expect(all).toContain('| account.registered | 2 | 2 |');
  expect(all).not.toContain('sign-in.succeeded');
  const one = await report([person.user.id]);
  expect([one.includes(person.user.id), one.includes(other.user.id)]).toEqual([true, false]);
  expect(one).toContain('| account.registered | 1 | 1 |');
  expect(all).not.toContain(person.user.email);
});
