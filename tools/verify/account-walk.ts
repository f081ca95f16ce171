import type { Person } from './person';
import type { Report } from './report';
import { answered, eventually, statusOf } from './sights';

/** Registers someone and signs them in: everything else is walked as that person. */
export async function openAccount(report: Report, who: string, person: Person): Promise<void> {
  const { email, password, client } = person;
  const body = { email, password, name: 'Verification' };
  const signedIn = await report.need(`Register ${who}`, '201, an account that owns its tenant', () =>
    answered(
      client.POST('/api/register', { body }),
      201,
      ({ user }) => user.email === email && user.role === 'owner',
      ({ user }) => `${user.email}, ${user.role}`,
    ),
  );
  person.accessToken = signedIn.accessToken;
}

/** Signing in again, and what the token opens. */
export async function walkSignIn(report: Report, person: Person): Promise<void> {
  const { email, password, client } = person;
  const session = await report.need('Sign in', '200', () =>
    answered(client.POST('/api/login', { body: { email, password } }), 200),
  );
  person.accessToken = session.accessToken;
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
  person.accessToken = refreshed.accessToken;
  await report.look('GET /api/user, the new token', '200', () => statusOf(client.GET('/api/user'), 200));
}

/** After signing out neither the token nor the cookie opens anything. */
export async function walkSignOut(report: Report, person: Person): Promise<void> {
  const { client } = person;
  await report.look('Sign out', '204', () => statusOf(client.POST('/api/logout'), 204));
  await report.look('GET /api/user, the token of before', '401', () =>
    eventually(() => statusOf(client.GET('/api/user'), 401)),
  );
  await report.look('Refresh, signed out', '401 or 404', async () => {
    const { response } = await client.POST('/api/auth/refresh');
    return { seen: String(response.status), holds: [401, 404].includes(response.status) };
  });
}
