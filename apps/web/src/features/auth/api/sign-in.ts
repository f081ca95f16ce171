import { postLogin, type Schema } from '@canar/api-client';
import { callAnonymously } from '@/lib/api/http';
import { session } from '@/lib/api/session';

/** Signs in. @throws ApiProblem credentials.wrong */
export async function signIn(body: Schema<'LoginBody'>): Promise<void> {
  session.begin((await callAnonymously(postLogin, { body })).data.accessToken);
}
