import { postRegister, type Schema } from '@canar/api-client';
import { callAnonymously } from '@/lib/api/http';
import { session } from '@/lib/api/session';

/** Creates an account and signs in. @throws ApiProblem account.exists, request.invalid */
export async function register(body: Schema<'RegisterBody'>): Promise<void> {
  session.begin((await callAnonymously(postRegister, { body })).data.accessToken);
}
