import { Secret, TOTP } from 'otpauth';
import { ApiCaller } from '../../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../../test-app';
import { mailedTokens, type Person, registerPerson } from '../testing';
import { mailsTo } from '../../platform/testing/captured-mails';

/** What is real: the API over PostgreSQL, with its jobs and captured mails. The clock stands still unless moved. */
let test: TestApp;
let anonymous: ApiCaller;
beforeAll(async () => {
  test = await startTestApp();
  anonymous = new ApiCaller(test.app);
});
afterAll(() => test.close());

const post = (route: string, body: object, headers = {}) => anonymous.post(route, { body, headers });
const login = ({ user, password }: Person) => post('/api/login', { email: user.email, password });
const answer = (challenge: unknown, code: string, headers = {}) =>
  post('/api/login/second-factor', { challenge, code }, headers);
const outcome = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']];

/** The code of an authenticator app, some steps of 30 s away from now. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: test.clock.now().getTime() + steps * 30_000,
  });

async function verifiedPerson(locale = 'en'): Promise<Person> {
  const person = await registerPerson(test.app, { locale });
  await test.sql('UPDATE auth.users SET email_verified_at = now() WHERE id = $1', [person.user.id]);
  return person;
}

interface Enrolled {
  person: Person;
  secret: string;
  recoveryCodes: string[];
}

/** A person with a second factor, whose next code has not been used. */
async function enrolled(locale?: string): Promise<Enrolled> {
  const person = await verifiedPerson(locale);
  const secret = String((await person.api.post('/api/auth/second-factor')).body['secret']);
  const body = { code: codeOf(secret) };
  const on = await person.api.post<{ recoveryCodes: string[] }>('/api/auth/second-factor/confirm', { body });
  if (on.status !== 200) throw new Error(`Turning the second factor on answered ${on.status}: ${on.text}`);
  test.clock.advance(30);
  return { person, secret, recoveryCodes: on.body.recoveryCodes };
}

const challengeOf = async (person: Person) => (await login(person)).body['challenge'];

describe('turning a second factor on', () => {
  it('needs a verified address', async () => {
    const { api, user } = await registerPerson(test.app);
    expect(outcome(await api.post('/api/auth/second-factor'))).toEqual([403, 'email.unverified']);
    expect(await test.sql('SELECT 1 FROM auth.second_factors WHERE user_id = $1', [user.id])).toEqual([]);
  });

  it('asks for nothing before the first right code', async () => {
    const person = await verifiedPerson();
    const begun = await person.api.post('/api/auth/second-factor');
    expect(begun.status).toBe(201);
    const secret = String(begun.body['secret']);
    expect(begun.body['uri']).toMatch(new RegExp(`^otpauth://totp/Canar:.*secret=${secret}`));
    const wrong = await person.api.post('/api/auth/second-factor/confirm', { body: { code: codeOf(secret, 5) } });
    expect(outcome(wrong)).toEqual([403, 'second-factor.wrong']);
    expect((await login(person)).body['accessToken']).toEqual(expect.any(String));
  });

  it('begins no other one while it is on', async () => {
    const { person } = await enrolled();
    expect(outcome(await person.api.post('/api/auth/second-factor'))).toEqual([409, 'second-factor.exists']);
  });

  it('stores neither the secret nor the recovery codes as they are', async () => {
    const { secret, recoveryCodes } = await enrolled();
    const stored = JSON.stringify([
      await test.sql('SELECT f::text FROM auth.second_factors f'),
      await test.sql('SELECT c::text FROM auth.recovery_codes c'),
    ]);
    expect(stored).not.toContain(Buffer.from(Secret.fromBase32(secret).bytes).toString('hex'));
    for (const code of recoveryCodes)
      expect(stored).not.toContain(Buffer.from(code.replaceAll('-', '')).toString('hex'));
    expect(new Set(recoveryCodes).size).toBe(10);
  });
});

describe('signing in with a second factor', () => {
  it('asks for a code after the password, and takes each code once', async () => {
    const { person, secret } = await enrolled();
    const first = await login(person);
    expect([first.status, Object.keys(first.body), first.cookies]).toEqual([200, ['challenge'], []]);
    const { challenge } = first.body;
    const signedIn = await answer(challenge, codeOf(secret));
    expect([signedIn.status, signedIn.body['user']]).toEqual([200, expect.objectContaining({ id: person.user.id })]);
    expect(outcome(await answer(challenge, codeOf(secret, 1)))).toEqual([401, 'challenge.invalid']);
    expect(outcome(await answer(await challengeOf(person), codeOf(secret)))).toEqual([403, 'second-factor.wrong']);
  });

  it('takes codes one step early or late, and none from further away', async () => {
    const { person, secret } = await enrolled();
    test.clock.advance(300);
    for (const steps of [-2, 2]) {
      const refused = await answer(await challengeOf(person), codeOf(secret, steps));
      expect(outcome(refused)).toEqual([403, 'second-factor.wrong']);
    }
    for (const steps of [-1, 1])
      expect((await answer(await challengeOf(person), codeOf(secret, steps))).status).toBe(200);
  });

  it('takes one code once of two who send it at once', async () => {
    const { person, secret } = await enrolled();
    const challenges = [await challengeOf(person), await challengeOf(person)];
    const answers = await Promise.all(challenges.map((challenge) => answer(challenge, codeOf(secret))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
  });

  it('takes each recovery code once, however it is typed', async () => {
    const { person, recoveryCodes } = await enrolled();
    const [code = ''] = recoveryCodes;
    expect((await answer(await challengeOf(person), code.toUpperCase().replaceAll('-', ' '))).status).toBe(200);
    expect(outcome(await answer(await challengeOf(person), code))).toEqual([403, 'second-factor.wrong']);
    expect((await person.api.get('/api/auth/second-factor')).body['recoveryCodesLeft']).toBe(9);
  });

  it('skips the second factor neither after a reset nor by a mailed link', async () => {
    const { person, secret } = await enrolled();
    const { email, id } = person.user;
    await post('/api/auth/forgot-password', { email });
    const [token = ''] = await mailedTokens(test, email, '/reset-password/');
    const password = 'another quiet phrase';
    expect((await post('/api/auth/reset-password', { token, password })).status).toBe(204);
    const { challenge } = (await login({ ...person, password })).body;
    expect((await answer(challenge, codeOf(secret))).status).toBe(200);
    await test.sql(
      `INSERT INTO auth.one_time_tokens (token_hash, user_id, purpose, email_key, created_at, expires_at)
       SELECT sha256('mailed'), id, 'sign-in', email_key, $2, $2::timestamptz + interval '1 minute'
       FROM auth.users WHERE id = $1`,
      [id, test.clock.now()],
    );
    expect(Object.keys((await post('/api/login/link', { token: 'mailed' })).body)).toEqual(['challenge']);
  });

  it('voids a challenge when the password changes or ten minutes pass', async () => {
    const { person, secret } = await enrolled();
    const late = await challengeOf(person);
    test.clock.advance(600);
    expect(outcome(await answer(late, codeOf(secret)))).toEqual([401, 'challenge.invalid']);
    const open = await challengeOf(person);
    const body = { currentPassword: person.password, password: 'another quiet phrase' };
    expect((await person.api.post('/api/auth/change-password', { body })).status).toBe(200);
    expect(outcome(await answer(open, codeOf(secret)))).toEqual([401, 'challenge.invalid']);
  });

  it('checks five wrong codes at once, and counts those of known devices apart', async () => {
    const { person, secret } = await enrolled();
    const challenge = await challengeOf(person);
    const statuses = [];
    for (let time = 0; time < 6; time += 1) statuses.push((await answer(challenge, '000000')).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    const right = await answer(challenge, codeOf(secret));
    expect([...outcome(right), right.headers['retry-after']]).toEqual([429, 'second-factor.too-many', '300']);
    expect((await answer(challenge, codeOf(secret), { cookie: person.deviceCookie })).status).toBe(200);
  });
});

describe('confirming that it is still you', () => {
  it('asks ten minutes after the sign-in, and for the code when there is one', async () => {
    const { person, secret } = await enrolled();
    test.clock.advance(600);
    const remove = () => person.api.send<Record<string, unknown>>('DELETE', '/api/auth/second-factor');
    const asked = await remove();
    expect([...outcome(asked), asked.body['methods']]).toEqual([403, 'confirmation.required', ['code']]);
    const confirm = (body: object) => person.api.post('/api/auth/confirm', { body });
    expect(outcome(await confirm({ password: person.password }))).toEqual([400, 'confirmation.method']);
    expect(outcome(await confirm({ code: '000000' }))).toEqual([403, 'second-factor.wrong']);
    expect((await remove()).status).toBe(403);
    expect((await confirm({ code: codeOf(secret) })).status).toBe(204);
    expect((await remove()).status).toBe(204);
    expect((await login(person)).body['accessToken']).toEqual(expect.any(String));
  });

  it('takes the password of who has no second factor, for this session only', async () => {
    const person = await verifiedPerson();
    const elsewhere = await login(person);
    const other = anonymous.with({ authorization: `Bearer ${String(elsewhere.body['accessToken'])}` });
    test.clock.advance(600);
    const begin = (api: ApiCaller) => api.post('/api/auth/second-factor');
    expect((await begin(person.api)).body).toMatchObject({ code: 'confirmation.required', methods: ['password'] });
    const confirm = (password: string) => person.api.post('/api/auth/confirm', { body: { password } });
    expect(outcome(await confirm('not the right one'))).toEqual([403, 'password.wrong']);
    expect((await confirm(person.password)).status).toBe(204);
    expect((await begin(person.api)).status).toBe(201);
    expect((await begin(other)).status).toBe(403);
  });
});

describe('changes of a second factor', () => {
  it('replaces all recovery codes', async () => {
    const { person, recoveryCodes } = await enrolled();
    const renewed = await person.api.post<{ recoveryCodes: string[] }>('/api/auth/second-factor/recovery-codes');
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    expect((await answer(await challengeOf(person), recoveryCodes[0] ?? '')).status).toBe(403);
    expect((await answer(await challengeOf(person), renewed.body.recoveryCodes[0] ?? '')).status).toBe(200);
  });

  it('mails the person about each in their language, and lists it in the audit log', async () => {
    const { person } = await enrolled('hi');
    await person.api.post('/api/auth/second-factor/recovery-codes');
    await person.api.send('DELETE', '/api/auth/second-factor');
    const mails = await mailsTo(test, person.user.email);
    expect(mails.filter(({ subject }) => subject.startsWith('आपके Canar खाते'))).toHaveLength(3);
    const { entries } = (await person.api.get<{ entries: { act: string }[] }>('/api/auth/audit')).body;
    expect(
      entries
        .map(({ act }) => act)
        .filter((act) => act.startsWith('second-factor'))
        .sort(),
    ).toEqual(['second-factor.added', 'second-factor.codes-renewed', 'second-factor.removed']);
  });
});
