import { postLoginLink } from '@canar/api-client';
import { callAnonymously } from '@/lib/api/http';
import { session } from '@/lib/api/session';

/** Signs in with the token of a mailed link, which works once. @throws ApiProblem sign-in-link.invalid, account.blocked */
export async function signInByLink(token: string): Promise<void> {
  session.begin((await callAnonymously(postLoginLink, { body: { token } })).data.accessToken);
}
