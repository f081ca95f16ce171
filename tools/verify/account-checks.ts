import { type Actor } from '@canar/actor';
import type { Report } from './report';
import { expectBody, eventually, expectStatus } from './expectations';

/** Registers an account; everything else is checked as that account. */
export async function openAccount(report: Report, who: string, actor: Actor): Promise<void> {
  const { email, account: body, client } = actor;
  const signedIn = await report.require(`Register ${who}`, '201, an account that owns its tenant', () =>
    expectBody(
      client.POST('/api/register', { body }),
      201,
      ({ user }) => user.email === email && user.role === 'owner',
      ({ user }) => `${user.email}, ${user.role}`,
    ),
  );
  actor.accessToken = signedIn.accessToken;
}

/** Signs in again, and checks what the token allows. */
export async function checkSignIn(report: Report, actor: Actor): Promise<void> {
  const { client } = actor;
  const { email, password } = actor.account;
  const session = await report.require('Sign in', '200', () =>
    expectBody(client.POST('/api/login', { body: { email, password } }), 200),
  );
  if ('challenge' in session) throw new Error('The account that was just made asks for a second factor.');
  actor.accessToken = session.accessToken;
  await report.check('GET /api/user, signed in', `200 ${email}`, () =>
    expectBody(
      client.GET('/api/user'),
      200,
      (user) => user.email === email,
      (user) => user.email,
    ),
  );
  if (session.accessToken === null) {
    report.skip('Refresh', 'this installation signs in by cookie alone (AUTH_STRATEGY=session)');
    return;
  }
  const refreshed = await report.require('Refresh by the cookie', '200, a token for 900 s', () =>
    expectBody(
      client.POST('/api/auth/refresh'),
      200,
      ({ expiresIn }) => expiresIn === 900,
      ({ expiresIn }) => `${expiresIn} s`,
    ),
  );
  actor.accessToken = refreshed.accessToken;
  await report.check('GET /api/user, the new token', '200', () => expectStatus(client.GET('/api/user'), 200));
}

/** After signing out neither the token nor the cookie is accepted. */
export async function checkSignOut(report: Report, actor: Actor): Promise<void> {
  const { client } = actor;
  await report.check('Sign out', '204', () => expectStatus(client.POST('/api/logout'), 204));
  await report.check('GET /api/user, the token of before', '401', () =>
    eventually(() => expectStatus(client.GET('/api/user'), 401)),
  );
  await report.check('Refresh, signed out', '401 or 404', async () => {
    const { response } = await client.POST('/api/auth/refresh');
    return { seen: String(response.status), passes: [401, 404].includes(response.status) };
  });
}
