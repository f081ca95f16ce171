import { type Actor } from '@canar/actor';
import type { Report } from './report';
import { answered, eventually, statusOf } from './expectations';

/** Registers someone and signs them in: everything else is walked as that actor. */
export async function openAccount(report: Report, who: string, actor: Actor): Promise<void> {
  const { email, account: body, client } = actor;
  const signedIn = await report.need(`Register ${who}`, '201, an account that owns its tenant', () =>
    answered(
      client.POST('/api/register', { body }),
      201,
      ({ user }) => user.email === email && user.role === 'owner',
      ({ user }) => `${user.email}, ${user.role}`,
    ),
  );
  actor.accessToken = signedIn.accessToken;
}

/** Signing in again, and what the token opens. */
export async function walkSignIn(report: Report, actor: Actor): Promise<void> {
  const { client } = actor;
  const { email, password } = actor.account;
  const session = await report.need('Sign in', '200', () =>
    answered(client.POST('/api/login', { body: { email, password } }), 200),
  );
  actor.accessToken = session.accessToken;
  await report.look('GET /api/user, signed in', `200 ${email}`, () =>
    answered(
      client.GET('/api/user'),
      200,
      (user) => user.email === email,
      (user) => user.email,
    ),
  );
  if (session.accessToken === null) {
    report.leaveOut('Refresh', 'this installation signs in by cookie alone (AUTH_STRATEGY=session)');
    return;
  }
  const refreshed = await report.need('Refresh by the cookie', '200, a token for 900 s', () =>
    answered(
      client.POST('/api/auth/refresh'),
      200,
      ({ expiresIn }) => expiresIn === 900,
      ({ expiresIn }) => `${expiresIn} s`,
    ),
  );
  actor.accessToken = refreshed.accessToken;
  await report.look('GET /api/user, the new token', '200', () => statusOf(client.GET('/api/user'), 200));
}

/** After signing out neither the token nor the cookie opens anything. */
export async function walkSignOut(report: Report, actor: Actor): Promise<void> {
  const { client } = actor;
  await report.look('Sign out', '204', () => statusOf(client.POST('/api/logout'), 204));
  await report.look('GET /api/user, the token of before', '401', () =>
    eventually(() => statusOf(client.GET('/api/user'), 401)),
  );
  await report.look('Refresh, signed out', '401 or 404', async () => {
    const { response } = await client.POST('/api/auth/refresh');
    return { seen: String(response.status), holds: [401, 404].includes(response.status) };
  });
}
