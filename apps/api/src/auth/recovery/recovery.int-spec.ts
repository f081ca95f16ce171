import { ApiCaller } from '../../platform/testing/api-caller';
import { eventually } from '../../platform/testing/eventually';
import { Passwords } from '../passwords/passwords';
import { mailedTokens, registerPerson } from '../testing';
import { newPassword, RecoveryTest } from './testing';

let recovery: RecoveryTest;

beforeAll(async () => {
  recovery = await RecoveryTest.start();
});
afterAll(() => recovery.close());

describe('a forgotten password', () => {
  it('mails a link to the stored address, however the address was typed', async () => {
    const person = await registerPerson(recovery.api.app, { email: 'Stored@example.in' });
    expect((await recovery.forgot('STORED@example.IN')).status).toBe(204);
    expect(await mailedTokens(recovery.api, person.user.email, '/reset-password/')).toHaveLength(1);
    expect(await recovery.subjectsTo('STORED@example.IN')).toEqual([]);
  });

  it('answers an unknown address alike, and mails nobody', async () => {
    const { user } = await registerPerson(recovery.api.app);
    const [known, unknown] = [await recovery.forgot(user.email), await recovery.forgot('nobody@example.in')];
    expect([unknown.status, unknown.text, unknown.cookies]).toEqual([known.status, known.text, known.cookies]);
    expect(await recovery.subjectsTo('nobody@example.in')).toEqual([]);
  });

  it('mails one link in five minutes, and another as soon as that was used', async () => {
    const person = await registerPerson(recovery.api.app);
    const token = await recovery.resetToken(person);
    await recovery.forgot(person.user.email);
    recovery.api.clock.advance(299);
    await recovery.forgot(person.user.email);
    const links = async () =>
      (await recovery.subjectsTo(person.user.email)).filter((subject) => /Choose/.test(subject)).length;
    expect(await links()).toBe(1);
    expect((await recovery.reset(token)).status).toBe(204);
    await recovery.forgot(person.user.email);
    expect(await links()).toBe(2);
  });

  it('mails the link in the language of the person', async () => {
    const { user } = await registerPerson(recovery.api.app, { locale: 'hi' });
    await recovery.forgot(user.email);
    expect(await mailedTokens(recovery.api, user.email, '/hi/reset-password/')).toHaveLength(1);
    expect(await recovery.subjectsTo(user.email)).toEqual([
      'Canar के लिए अपने पते की पुष्टि कीजिए',
      'Canar के लिए नया पासवर्ड चुनिए',
    ]);
  });

  it('resets no password of a person who was blocked after the mail', async () => {
    const person = await registerPerson(recovery.api.app);
    const token = await recovery.resetToken(person);
    await recovery.api.sql('UPDATE auth.users SET blocked_at = now() WHERE id = $1', [person.user.id]);
    const answer = await recovery.reset(token);
    expect([answer.status, answer.body['code']]).toEqual([403, 'account.blocked']);
  });

  it('mails no blocked person', async () => {
    const { user } = await registerPerson(recovery.api.app);
    await recovery.jobsDone();
    await recovery.api.sql('UPDATE auth.users SET blocked_at = now() WHERE id = $1', [user.id]);
    expect((await recovery.forgot(user.email)).status).toBe(204);
    expect(await recovery.subjectsTo(user.email)).toEqual(['Confirm your address for Canar']);
  });
});

describe('a reset of the password', () => {
  it('sets the password once, verifies the address, mails the person, signs nobody in', async () => {
    const person = await registerPerson(recovery.api.app);
    const { email } = person.user;
    const token = await recovery.resetToken(person);
    const done = await recovery.reset(token);
    expect([done.status, done.cookies, done.text]).toEqual([204, [], '']);
    expect((await recovery.signIn(email, person.password)).status).toBe(401);
    expect((await recovery.signIn(email, newPassword)).body.user.emailVerified).toBe(true);
    const again = await recovery.reset(token, 'a third quiet phrase');
    expect([again.status, again.body['code']]).toEqual([401, 'mailed-link.invalid']);
    expect(await recovery.subjectsTo(email)).toContain('Your Canar password was changed');
  });

  it('ends every session in every process and forgets every device', async () => {
    const person = await registerPerson(recovery.api.app);
    const elsewhere = new ApiCaller(recovery.peer).with({ authorization: `Bearer ${person.accessToken}` });
    expect([await person.api.get('/api/user'), await elsewhere.get('/api/user')].map(({ status }) => status)).toEqual([
      200, 200,
    ]);
    await recovery.reset(await recovery.resetToken(person));
    expect((await person.api.get('/api/user')).status).toBe(401);
    await eventually(
      () => elsewhere.get('/api/user'),
      ({ status }) => status === 401,
    );
    const byCookie = recovery.anonymous.with({ cookie: person.cookie });
    expect((await byCookie.get('/api/user')).status).toBe(401);
    expect((await byCookie.post('/api/auth/refresh')).status).toBe(401);
    const [account] = await recovery.api.sql('SELECT device_generation FROM auth.users WHERE id = $1', [
      person.user.id,
    ]);
    expect(account).toEqual({ device_generation: 1 });
  });

  it('leaves no way in by a sign-in that checked the old password meanwhile', async () => {
    const person = await registerPerson(recovery.api.app);
    const token = await recovery.resetToken(person);
    const passwords = recovery.api.app.get(Passwords);
    const verify = passwords.verify.bind(passwords);
    const slow = jest.spyOn(passwords, 'verify').mockImplementationOnce(async (...typed) => {
      const right = await verify(...typed);
      await recovery.reset(token);
      return right;
    });
    expect((await recovery.signIn(person.user.email, person.password)).status).toBe(401);
    expect(slow).toHaveBeenCalled();
    const sql = 'SELECT 1 FROM auth.sessions WHERE user_id = $1 AND ended_at IS NULL';
    expect(await recovery.api.sql(sql, [person.user.id])).toEqual([]);
  });

  it('voids the links that were mailed before a reset', async () => {
    const person = await registerPerson(recovery.api.app);
    const first = await recovery.resetToken(person);
    recovery.api.clock.advance(300);
    const second = await recovery.resetToken(person, 2);
    expect((await recovery.reset(second)).status).toBe(204);
    expect((await recovery.reset(first)).status).toBe(401);
  });

  it('resets for one of two who use a link at once', async () => {
    const person = await registerPerson(recovery.api.app);
    const token = await recovery.resetToken(person);
    const answers = await Promise.all([recovery.reset(token), recovery.reset(token, 'a third quiet phrase')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
  });

  it('uses up no link when the password is weak', async () => {
    const person = await registerPerson(recovery.api.app);
    const token = await recovery.resetToken(person);
    const weak = await recovery.reset(token, 'password123');
    expect([weak.status, weak.body['code']]).toEqual([400, 'password.weak']);
    expect((await recovery.reset(token)).status).toBe(204);
  });

  it('rejects a link that is late, made up or for another purpose', async () => {
    const person = await registerPerson(recovery.api.app);
    const token = await recovery.resetToken(person);
    expect((await recovery.reset(await recovery.verifyToken(person))).status).toBe(401);
    expect((await recovery.reset('A'.repeat(43))).status).toBe(401);
    expect((await recovery.post('verify-email', { token })).status).toBe(401);
    expect((await recovery.anonymous.post('/api/login/link', { body: { token } })).status).toBe(401);
    recovery.api.clock.advance(1_800);
    expect((await recovery.reset(token)).status).toBe(401);
  });

  it('stores only the hash of a token', async () => {
    const token = await recovery.resetToken(await registerPerson(recovery.api.app));
    const [stored] = await recovery.api.sql<{ dump: string }>(
      `SELECT string_agg(t::text, ' ') AS dump FROM auth.one_time_tokens t`,
    );
    expect(stored?.dump).not.toContain(token);
    expect(stored?.dump).not.toContain(Buffer.from(token).toString('hex'));
  });
});
