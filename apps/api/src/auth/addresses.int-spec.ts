import { JobHandlers } from '../platform/jobs/job-handlers';
import { ApiCaller } from '../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../test-app';
import type { SignedIn } from './dto/auth.dto';
import { type Person, registerPerson } from './testing';

describe('addresses that are the same', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  const register = (email: string) =>
    new ApiCaller(test.app).post('/api/register', {
      body: { email, password: 'another quiet phrase', name: 'Someone' },
    });
  const signIn = (email: string, password: string) =>
    new ApiCaller(test.app).post<SignedIn>('/api/login', { body: { email, password } });
  const renewKeys = () => test.app.get(JobHandlers).work('auth.renew-email-keys', {});

  it.each([
    ['info@münchen.de', 'info@xn--mnchen-3ya.de'],
    ['full@example.in', 'ｆull@example.in'],
    ['rene\u0301@example.in', 'ren\u00e9@example.in'],
    ['\u212Aumar@example.in', 'kumar@example.in'],
  ])('registers one account for both forms of %s', async (one, other) => {
    expect((await register(one)).status).toBe(201);
    expect((await register(other)).status).toBe(409);
    expect((await signIn(other, 'another quiet phrase')).status).toBe(200);
  });

  it.each(['as\u200dha@example.in', 'asha\u115f@example.in', 'asha\ufe0f@example.in', 'as\u2067ha@example.in'])(
    'rejects invisible characters in an address: %j',
    async (email) => {
      expect((await register(email)).status).toBe(400);
    },
  );

  it('signs in to both accounts that fall together, by their exact spelling', async () => {
    const [first, second] = [await registerPerson(test.app), await registerPerson(test.app)];
    const former = async ({ user }: Person, email: string) =>
      test.sql('UPDATE auth.users SET email = $2, email_key = $2, key_version = 1 WHERE id = $1', [user.id, email]);
    await former(first, 'twin@example.in');
    await former(second, 'ｔwin@example.in');
    const bothWork = async () => {
      expect((await signIn('TWIN@example.in', first.password)).body.user.id).toBe(first.user.id);
      expect((await signIn('ｔwin@example.in', second.password)).body.user.id).toBe(second.user.id);
      expect([(await register('twin@example.in')).status, (await register('ｔwin@example.in')).status]).toEqual([
        409, 409,
      ]);
    };
    await bothWork();
    await renewKeys();
    await bothWork();
    expect(await test.sql('SELECT id FROM auth.users WHERE clashing_key IS NOT NULL')).toEqual([
      { id: second.user.id },
    ]);
    await test.sql(`UPDATE auth.users SET email_key = 'gone@example.in' WHERE id = $1`, [first.user.id]);
    expect([(await register('twin@example.in')).status, (await register('ｔwin@example.in')).status]).toEqual([
      409, 409,
    ]);
  });

  it('renews the keys of existing accounts in a job', async () => {
    const person = await registerPerson(test.app);
    await test.sql('UPDATE auth.users SET email = $2, email_key = $2, key_version = 1 WHERE id = $1', [
      person.user.id,
      'post@köln.de',
    ]);
    expect((await register('post@xn--kln-sna.de')).status).toBe(201);
    await renewKeys();
    expect((await signIn('post@köln.de', person.password)).body.user.id).toBe(person.user.id);
  });
});
