import { getUser, postLogin, postLogout, postRegister, type Schema } from '@canar/api-client';
import { call, callAnonymously } from './http';
import { session } from './session';
import type { SignedIn, User } from './types';

/** Creates an account and signs in. @throws ApiProblem account.exists, request.invalid */
export async function register(body: Schema<'RegisterBody'>): Promise<User> {
  return begin((await callAnonymously(postRegister, { body })).data);
}

/** Signs in. @throws ApiProblem credentials.wrong */
export async function signIn(body: Schema<'LoginBody'>): Promise<User> {
  return begin((await callAnonymously(postLogin, { body })).data);
}

/** Ends the session on the server and on this tab. */
export async function signOut(): Promise<void> {
  await call(postLogout);
  session.end();
}

/** The signed-in user. @throws ApiProblem 401 */
export async function fetchUser(): Promise<User> {
  return (await call(getUser)).data;
}

function begin({ user, accessToken }: SignedIn): User {
  session.begin(accessToken);
  return user;
}
