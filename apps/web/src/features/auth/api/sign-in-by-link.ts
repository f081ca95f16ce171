import { postLoginLink } from '@canar/api-client';
import { callAnonymously } from '@/lib/api/http';
import { session } from '@/lib/api/session';

/** Signs in with the token of a mailed link, which works once. @returns a challenge when a second factor is still to come, else null @throws ApiProblem sign-in-link.invalid, account.blocked */
export async function signInByLink(token: string): Promise<string | null> {
  const { data } = await callAnonymously(postLoginLink, { body: { token } });
  if ('challenge' in data) return data.challenge;
  session.begin(data.accessToken);
  return null;
}
