import { postLogin, type Schema } from '@canar/api-client';
import { callAnonymously } from '@/lib/api/http';
import { session } from '@/lib/api/session';

/** Signs in. @returns a challenge when a second factor is still to come, else null @throws ApiProblem credentials.wrong */
export async function signIn(body: Schema<'LoginBody'>): Promise<string | null> {
  const { data } = await callAnonymously(postLogin, { body });
  if ('challenge' in data) return data.challenge;
  session.begin(data.accessToken);
  return null;
}
