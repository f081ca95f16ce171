import { ApiCaller } from '../../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../../test-app';
import type { SignedIn } from '../dto/auth.dto';
import { type Person, registerPerson } from '../testing';
import { mailsTo } from '../../platform/testing/captured-mails';

/** What is real: the API over PostgreSQL, its jobs, and the captured mails. */
let test: TestApp;
let anonymous: ApiCaller;

beforeAll(async () => {
  test = await startTestApp({ AUTH_STRATEGY: 'hybrid' });
  anonymous = new ApiCaller(test.app);
});
afterAll(() => test.close());

const newPassword = 'another quiet phrase';
const signIn = (email: string, password: string) =>
  anonymous.post<SignedIn>('/api/login', { body: { email, password } });

/** The subjects of the mails to an address in alphabetical order, when its jobs are done. */
async function subjectsTo(email: string): Promise<string[]> {
  return (await mailsTo(test, email)).map(({ subject }) => subject).sort();
}

describe('a change of the password', () => {
  const change = (person: Person, currentPassword: string, password = newPassword) =>
    person.api.post<SignedIn & { code?: string }>('/api/auth/change-password', { body: { currentPassword, password } });

  it('ends every session and goes on in a new one', async () => {
    const person = await registerPerson(test.app);
    const other = (await signIn(person.user.email, person.password)).body.accessToken;
    const changed = await change(person, person.password);
    expect(changed.status).toBe(200);
    const statuses = [];
    for (const token of [person.accessToken, other, changed.body.accessToken]) {
      const answer = await anonymous.get('/api/user', { headers: { authorization: `Bearer ${token}` } });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([401, 401, 200]);
    expect((await signIn(person.user.email, person.password)).status).toBe(401);
    expect((await signIn(person.user.email, newPassword)).status).toBe(200);
    expect(await subjectsTo(person.user.email)).toContain('Your Canar password was changed');
  });

  it('rejects a wrong current password ten times, and then every attempt', async () => {
    const person = await registerPerson(test.app);
    const codes = [];
    for (let time = 0; time < 11; time += 1) codes.push((await change(person, 'not this one')).body.code);
    expect(codes).toEqual([...Array<string>(10).fill('password.wrong'), 'password.too-many']);
    expect((await change(person, person.password)).status).toBe(429);
    test.clock.advance(60);
    expect((await change(person, person.password)).status).toBe(200);
  });

  it('rejects a weak new password', async () => {
    const person = await registerPerson(test.app);
    const weak = await change(person, person.password, 'password123');
    expect([weak.status, weak.body.code]).toEqual([400, 'password.weak']);
    expect((await person.api.get('/api/user')).status).toBe(200);
  });
});
