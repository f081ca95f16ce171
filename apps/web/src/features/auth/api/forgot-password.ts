import { postAuthForgotPassword } from '@canar/api-client';
import { callAnonymously } from '@/lib/api/http';

/** Has a link mailed with which the owner of an address chooses a new password; says nothing of whether there is an account. @throws ApiProblem */
export async function forgotPassword(email: string): Promise<void> {
  await callAnonymously(postAuthForgotPassword, { body: { email } });
}
