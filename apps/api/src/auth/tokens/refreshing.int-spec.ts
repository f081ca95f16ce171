import { ApiCaller } from '../../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../../test-app';
import { registerPerson } from '../testing';

describe('refreshing', () => {
  let test: TestApp;
  let anonymous: ApiCaller;

  beforeAll(async () => {
    test = await startTestApp();
    anonymous = new ApiCaller(test.app);
  });
  afterAll(() => test.close());

  const refresh = (cookie: string) =>
    anonymous.post<{ accessToken: string }>('/api/auth/refresh', { headers: { cookie } });
  const me = (accessToken?: string) =>
    anonymous.get('/api/user', { headers: { authorization: `Bearer ${accessToken}` } });
  const cookieOf = (answer: { cookies: { name: string; value: string }[] }) =>
    answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

  it('rotates the refresh cookie and returns a valid access token', async () => {
    const person = await registerPerson(test.app);
    const first = await refresh(person.cookie);
    expect(first.status).toBe(200);
    expect(cookieOf(first)).not.toBe(person.cookie);
    const me = await anonymous.get('/api/user', { headers: { authorization: `Bearer ${first.body.accessToken}` } });
    expect(me.status).toBe(200);
  });

  it('gives a second tab the same current cookie within the grace', async () => {
    const person = await registerPerson(test.app);
    const first = await refresh(person.cookie);
    const second = await refresh(person.cookie);
    expect(second.status).toBe(200);
    expect(cookieOf(second)).toBe(cookieOf(first));
  });

  it('ends the whole session when a token is used again after the grace', async () => {
    const person = await registerPerson(test.app);
    const first = await refresh(person.cookie);
    await me(first.body.accessToken);
    test.clock.advance(31);
    expect((await refresh(person.cookie)).status).toBe(401);
    expect((await refresh(cookieOf(first))).status).toBe(401);
    expect((await person.api.get('/api/user')).status).toBe(401);
  });

  it('signs nobody out whose answers are lost, however often in a row', async () => {
    const person = await registerPerson(test.app);
    const lost = [await refresh(person.cookie)];
    for (let time = 0; time < 3; time += 1) {
      test.clock.advance(86_400);
      lost.push(await refresh(person.cookie));
    }
    expect(lost.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(lost.map(cookieOf)).size).toBe(4);
    expect((await me(lost[3]?.body.accessToken)).status).toBe(200);
  });

  it('ends the session when an answer that seemed lost is used after all', async () => {
    const person = await registerPerson(test.app);
    const first = await refresh(person.cookie);
    test.clock.advance(31);
    const second = await refresh(person.cookie);
    test.clock.advance(31);
    expect((await refresh(cookieOf(first))).status).toBe(401);
    expect((await refresh(cookieOf(second))).status).toBe(401);
  });

  it('keeps the cookie while another answer with it may be under way', async () => {
    const person = await registerPerson(test.app);
    const [first] = [await refresh(person.cookie), await refresh(person.cookie)];
    const kept = await refresh(cookieOf(first));
    expect([kept.status, kept.cookies]).toEqual([200, []]);
    expect((await me(kept.body.accessToken)).status).toBe(200);
    test.clock.advance(31);
    expect((await refresh(cookieOf(first))).cookies).toHaveLength(1);
  });

  it('stores once that an access token of a generation was used', async () => {
    const person = await registerPerson(test.app);
    const { accessToken } = (await refresh(person.cookie)).body;
    const proven = () =>
      test.sql('SELECT proven_generation AS proven FROM auth.sessions WHERE user_id = $1', [person.user.id]);
    expect(await proven()).toEqual([{ proven: 0 }]);
    await me(accessToken);
    expect(await proven()).toEqual([{ proven: 1 }]);
    await test.sql('UPDATE auth.sessions SET proven_generation = 0 WHERE user_id = $1', [person.user.id]);
    await me(accessToken);
    expect(await proven()).toEqual([{ proven: 0 }]);
  });

  it('keeps one live branch under a hundred refreshes at once', async () => {
    const person = await registerPerson(test.app);
    const answers = await Promise.all(Array.from({ length: 100 }, () => refresh(person.cookie)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(cookieOf)).size).toBe(1);
  });

  it.each([
    [
      'an access token as the refresh cookie',
      (person: { accessToken: string | null }) => `canar=${person.accessToken}`,
    ],
    ['a forged signature', (person: { cookie: string }) => `${person.cookie.slice(0, -3)}AAA`],
    ['nothing', () => ''],
  ])('rejects %s', async (_, cookie) => {
    const person = await registerPerson(test.app);
    expect((await refresh(cookie(person))).status).toBe(401);
  });

  it('rejects an access token after fifteen minutes', async () => {
    const person = await registerPerson(test.app);
    test.clock.advance(900);
    expect((await person.api.get('/api/user')).status).toBe(401);
  });
});
