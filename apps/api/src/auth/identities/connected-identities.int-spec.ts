import { randomUUID } from 'node:crypto';
import type { TestResponse } from '../../platform/testing/api-caller';
import { mailsTo } from '../../platform/testing/captured-mails';
import { eventually } from '../../platform/testing/eventually';
import { registerPerson } from '../testing';
import { IdentityTest } from './testing/identity-test';

/** What is real: the API, PostgreSQL, the library, and over HTTP `oidc-provider` for Google; GitHub is a double of three endpoints. */
let identities: IdentityTest;
beforeAll(async () => void (identities = await IdentityTest.start()));
afterAll(() => identities.close());

const judged = ({ status, body }: TestResponse<Record<string, unknown>>) => [status, body['code']];

describe('connecting an identity', () => {
  it('needs a verified address and a recent proof, and mails the person', async () => {
    const person = await registerPerson(identities.api.app);
    const { sub } = await identities.atGoogle();
    const begin = () => person.api.post('/api/auth/identities', { body: { provider: 'google' } });
    expect(judged(await begin())).toEqual([403, 'email.unverified']);
    await identities.verify(person);
    expect((await identities.connect(person, 'google', sub)).body).toMatchObject({ provider: 'google' });
    expect((await identities.signIn('google', sub)).body['user']).toMatchObject({ id: person.user.id });
    const subjects = async () => (await mailsTo(identities.api, person.user.email)).map(({ subject }) => subject);
    expect(await eventually(subjects, (found) => found.length > 1)).toContain(
      'A Google or GitHub account was connected to your Canar account',
    );
    identities.api.clock.advance(600);
    expect(judged(await begin())).toEqual([403, 'confirmation.required']);
  });

  it('connects in the session that has begun it, and signs nobody in by it', async () => {
    const [attacker, victim] = [await registerPerson(identities.api.app), await registerPerson(identities.api.app)];
    await identities.verify(attacker);
    await identities.verify(victim);
    const { sub } = await identities.atGoogle();
    const { url, cookie } = await identities.begin('google', attacker.api, '/api/auth/identities');
    const answer = await identities.visit(url, sub);
    const headers = { cookie };
    const complete = (by: typeof attacker) =>
      by.api.post('/api/auth/identities/complete', { body: { provider: 'google', ...answer }, headers });
    expect(judged(await complete(victim))).toEqual([401, 'identity.rejected']);
    expect(judged(await identities.complete('google', cookie, answer))).toEqual([401, 'identity.rejected']);
    expect((await complete(attacker)).status).toBe(201);
    const signIn = await identities.begin('google');
    const other = await identities.atGoogle();
    const theirs = await identities.visit(signIn.url, other.sub);
    const planted = await victim.api.post('/api/auth/identities/complete', {
      body: { provider: 'google', ...theirs },
      headers: { cookie: signIn.cookie },
    });
    expect(judged(planted)).toEqual([401, 'identity.rejected']);
  });

  it('takes an identity once, and one of each provider', async () => {
    const [first, second] = [await registerPerson(identities.api.app), await registerPerson(identities.api.app)];
    const [one, two] = [await identities.atGoogle(), await identities.atGoogle()];
    await identities.verify(first);
    await identities.verify(second);
    expect((await identities.connect(first, 'google', one.sub)).status).toBe(201);
    expect(judged(await identities.connect(second, 'google', one.sub))).toEqual([409, 'identity.taken']);
    expect(judged(await identities.connect(first, 'google', two.sub))).toEqual([409, 'identity.taken']);
  });
});

describe('disconnecting an identity', () => {
  const ids = async (api: { get: IdentityTest['anonymous']['get'] }) =>
    (await api.get<{ identities: { id: string }[] }>('/api/auth/identities')).body.identities.map(({ id }) => id);

  it('leaves nobody without a way to sign in, also of two at once', async () => {
    const { sub, email } = await identities.atGoogle();
    const signedIn = await identities.signIn('google', sub);
    const api = identities.callerOf(signedIn);
    const [id = ''] = await ids(api);
    expect(judged(await api.send('DELETE', `/api/auth/identities/${id}`))).toEqual([409, 'sign-in.last-way']);
    await identities.verify(signedIn.body as never);
    identities.github.people.set(sub, {
      id: 50_000,
      login: sub,
      name: null,
      emails: [{ email, primary: true, verified: true }],
    });
    expect((await identities.connect({ api }, 'github', sub)).status).toBe(201);
    const both = await ids(api);
    const answers = await Promise.all(
      both.map((one) => api.send<Record<string, unknown>>('DELETE', `/api/auth/identities/${one}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('keeps the last passkey of who has nothing else', async () => {
    const { sub } = await identities.atGoogle();
    const signedIn = await identities.signIn('google', sub);
    const [api, { id: userId }] = [identities.callerOf(signedIn), signedIn.body['user'] as { id: string }];
    const passkey = randomUUID();
    await identities.api.sql(
      `INSERT INTO auth.passkeys (id, user_id, credential_id, public_key, counter, transports, synced, name, created_at)
       VALUES ($1, $2, $3, '', 0, '{}', false, 'Phone', now())`,
      [passkey, userId, passkey],
    );
    const [id] = await ids(api);
    expect((await api.send('DELETE', `/api/auth/identities/${id}`)).status).toBe(204);
    expect(judged(await identities.signIn('google', sub))).toEqual([409, 'identity.account-exists']);
    expect(judged(await api.send('DELETE', `/api/auth/passkeys/${passkey}`))).toEqual([409, 'sign-in.last-way']);
  });

  it('answers for an identity of somebody else as for an unknown one', async () => {
    const [{ sub }, stranger] = [await identities.atGoogle(), await registerPerson(identities.api.app)];
    const [id] = await ids(identities.callerOf(await identities.signIn('google', sub)));
    expect((await stranger.api.send('DELETE', `/api/auth/identities/${id}`)).status).toBe(404);
    expect((await identities.signIn('google', sub)).status).toBe(200);
  });
});
