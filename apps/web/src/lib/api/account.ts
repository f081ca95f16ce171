import { request } from './http';
import { networkProblem, problemOf } from './problem';
import { session } from './session';
import type { SignedIn, User } from './types';

/** Creates an account and signs in. @throws ApiProblem account.exists, request.invalid */
export function register(input: { name: string; email: string; password: string }): Promise<User> {
  return enter('/api/register', input);
}

/** Signs in. @throws ApiProblem credentials.wrong */
export function signIn(input: { email: string; password: string }): Promise<User> {
  return enter('/api/login', input);
}

/** Ends the session on the server and on this tab. */
export async function signOut(): Promise<void> {
  await request('POST', '/logout');
  session.end();
}

/** The signed-in user. @throws ApiProblem 401 */
export async function fetchUser(): Promise<User> {
  return (await request<User>('GET', '/user')).data;
}

async function enter(url: string, input: object): Promise<User> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(input),
  }).catch(() => {
    throw networkProblem();
  });
  if (!response.ok) throw await problemOf(response);
  const { user, accessToken } = (await response.json()) as SignedIn;
  session.begin(accessToken);
  return user;
}
