import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { ApiCaller, type TestResponse } from '../../platform/testing/api-caller';
import { startPeer, startTestApp, type TestApp } from '../../test-app';
import type { SignedIn } from '../dto/auth.dto';
import { mailedTokens, type Person, registerPerson } from '../testing';
import { mailsTo } from '../../platform/testing/captured-mails';

let test: TestApp;
let peer: NestFastifyApplication;
let addresses = 0;

/** What is real: two APIs with the limits of production over one PostgreSQL, no Redis, and the clock stands still unless moved. */
beforeAll(async () => {
  test = await startTestApp({ RATE_LIMITS: 'standard', TRUST_PROXY: '1' });
  peer = await startPeer(test);
});
afterAll(async () => {
  await peer.close();
  await test.close();
});

/** A caller at an address that nobody has used. */
function stranger(app = test.app): ApiCaller {
  addresses += 1;
  const address = `198.${18 + (addresses >> 16)}.${(addresses >> 8) & 255}.${addresses & 255}`;
  return new ApiCaller(app).with({ 'x-forwarded-for': address });
}

const registered = (): Promise<Person> => registerPerson(test.app, { api: stranger() });

const wrong = 'not the right one';
const signIn = (api: ApiCaller, email: string, password = wrong) =>
  api.post<SignedIn & Record<string, unknown>>('/api/login', { body: { email, password } });
const byLink = (token: string) => stranger().post<SignedIn>('/api/login/link', { body: { token } });

/** Guesses from as many addresses, at two processes in turn. */
async function guesses(email: string, times: number): Promise<TestResponse<Record<string, unknown>>[]> {
  const answers = [];
  for (let time = 0; time < times; time += 1) answers.push(await signIn(stranger(time % 2 ? peer : test.app), email));
  return answers;
}

const count = (answers: { status: number }[], status: number) =>
  answers.filter((answer) => answer.status === status).length;

/** The tokens of the sign-in links that were mailed to an address, when there are as many as expected. */
const signInTokens = (email: string, expected = 1) => mailedTokens(test, email, '/sign-in/link/', expected);

describe('guessing the password of an account from many addresses', () => {
  it('checks 29 of 40 guesses of a minute, and says that a link was mailed', async () => {
    const { user } = await registered();
    const answers = await guesses(user.email, 40);
    expect([count(answers, 401), count(answers, 429)]).toEqual([29, 11]);
    const refused = answers[39];
    expect(refused?.body).toMatchObject({ code: 'sign-in.too-many', signInLink: 'mailed' });
    expect(Number(refused?.headers['retry-after'])).toBe(60);
    expect(await signInTokens(user.email)).toHaveLength(1);
  });

  it('answers an unknown address like a known one when its counter is full', async () => {
    const { user } = await registered();
    const [known, unknown] = [await guesses(user.email, 31), await guesses('nobody@example.in', 31)].map((answers) => {
      const { requestId, ...body } = answers[30]?.body ?? {};
      return { id: typeof requestId, body, retryAfter: answers[30]?.headers['retry-after'] };
    });
    expect(known).toEqual(unknown);
    expect(await mailsTo(test, 'nobody@example.in')).toEqual([]);
  });

  it('checks one more guess for every minute that passes', async () => {
    const { user } = await registered();
    await guesses(user.email, 29);
    test.clock.advance(120);
    expect(count(await guesses(user.email, 4), 401)).toBe(2);
  });

  it('rejects the right password on a strange device while the counter is full', async () => {
    const person = await registered();
    await guesses(person.user.email, 29);
    expect((await signIn(stranger(), person.user.email, person.password)).status).toBe(429);
  });

  it('signs in on a known device during the attack, also after signing out', async () => {
    const person = await registered();
    await person.api.post('/api/logout');
    await guesses(person.user.email, 30);
    const owner = stranger(peer).with({ cookie: person.deviceCookie });
    expect((await signIn(owner, person.user.email, person.password)).status).toBe(200);
  });

  it('counts wrong passwords of a known device apart from those of strangers', async () => {
    const person = await registered();
    const here = () => stranger().with({ cookie: person.deviceCookie });
    const answers = [];
    for (let time = 0; time < 12; time += 1) answers.push(await signIn(here(), person.user.email));
    expect([count(answers, 401), count(answers, 429)]).toEqual([10, 2]);
    expect((await signIn(stranger(), person.user.email, person.password)).status).toBe(200);
  });

  it('knows a device for its own account only, and not when it was forged', async () => {
    const [person, other] = [await registered(), await registered()];
    await guesses(person.user.email, 29);
    for (const cookie of [other.deviceCookie, `${person.deviceCookie.slice(0, -3)}AAA`]) {
      const answer = await signIn(stranger().with({ cookie }), person.user.email, person.password);
      expect(answer.status).toBe(429);
    }
  });

  it('remembers the device for each account that signed in on it', async () => {
    const [person, other] = [await registered(), await registered()];
    const second = await signIn(stranger().with({ cookie: person.deviceCookie }), other.user.email, other.password);
    const shared = second.cookies.find(({ name }) => name === 'canar-device')?.value;
    for (const { user, password } of [person, other]) {
      await guesses(user.email, 29);
      const answer = await signIn(stranger().with({ cookie: `canar-device=${shared}` }), user.email, password);
      expect(answer.status).toBe(200);
    }
  });

  it('forgets remembered devices when the account begins a new generation', async () => {
    const person = await registered();
    await test.sql('UPDATE auth.users SET device_generation = device_generation + 1 WHERE id = $1', [person.user.id]);
    await guesses(person.user.email, 29);
    const answer = await signIn(stranger().with({ cookie: person.deviceCookie }), person.user.email, person.password);
    expect(answer.status).toBe(429);
  });
});

describe('right sign-ins', () => {
  it('counts no successful sign-in, neither by address nor by account', async () => {
    const person = await registered();
    const here = stranger();
    const answers = [];
    for (let time = 0; time < 31; time += 1) answers.push(await signIn(here, person.user.email, person.password));
    expect(count(answers, 200)).toBe(31);
  });
});

describe('a mailed sign-in link', () => {
  async function mailedTo(person: Person): Promise<string> {
    await guesses(person.user.email, 30);
    return (await signInTokens(person.user.email))[0] ?? '';
  }

  it('signs in once on a new device, which is known from then on', async () => {
    const person = await registered();
    const token = await mailedTo(person);
    const first = await byLink(token);
    expect([first.status, first.body.user.id]).toEqual([200, person.user.id]);
    const again = await byLink(token);
    expect([again.status, (again.body as unknown as { code: string }).code]).toEqual([401, 'sign-in-link.invalid']);
    const device = first.cookies.find(({ name }) => name === 'canar-device')?.value;
    const known = await signIn(
      stranger().with({ cookie: `canar-device=${device}` }),
      person.user.email,
      person.password,
    );
    expect(known.status).toBe(200);
  });

  it('rejects a sign-in link after 15 minutes, for another address, or invented', async () => {
    const person = await registered();
    const token = await mailedTo(person);
    await test.sql(`UPDATE auth.users SET email_key = 'moved-' || email_key WHERE id = $1`, [person.user.id]);
    expect((await byLink(token)).status).toBe(401);
    const other = await registered();
    const late = await mailedTo(other);
    test.clock.advance(900);
    expect((await byLink(late)).status).toBe(401);
    expect((await byLink('A'.repeat(43))).status).toBe(401);
  });

  it('stores only the hash of a sign-in link', async () => {
    const person = await registered();
    const token = await mailedTo(person);
    const rows = await test.sql<{ row: string }>('SELECT t::text AS row FROM auth.one_time_tokens t');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('mails one sign-in link in ten minutes, and another at once after its use', async () => {
    const person = await registered();
    const { email } = person.user;
    const token = await mailedTo(person);
    const asked = () =>
      test.sql(`SELECT 1 FROM auth.one_time_tokens WHERE user_id = $1 AND purpose = 'sign-in'`, [person.user.id]);
    test.clock.advance(599);
    await guesses(email, 12);
    expect(await asked()).toHaveLength(1);
    test.clock.advance(1);
    await guesses(email, 2);
    expect(await signInTokens(email, 2)).toHaveLength(2);
    expect((await byLink(token)).status).toBe(200);
    await guesses(email, 1);
    expect(await signInTokens(email, 3)).toHaveLength(3);
  });

  it('deletes a sign-in link and its counter an hour after both have ended', async () => {
    const person = await registered();
    await mailedTo(person);
    const left = () =>
      test.sql(`SELECT key FROM auth.sign_in_attempts
                UNION ALL SELECT user_id::text FROM auth.one_time_tokens WHERE purpose = 'sign-in'`);
    const forget = () => test.app.get(JobHandlers).work('auth.forget-attempts', {});
    test.clock.advance(1_800 + 3_600);
    await guesses('late@example.in', 1);
    await forget();
    expect(await left()).toHaveLength(1);
  });

  it('rejects the sign-in link of a blocked person', async () => {
    const person = await registered();
    const token = await mailedTo(person);
    await test.sql('UPDATE auth.users SET blocked_at = now() WHERE id = $1', [person.user.id]);
    expect((await byLink(token)).status).toBe(403);
  });
});
