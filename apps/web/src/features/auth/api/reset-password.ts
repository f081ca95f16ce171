import { postAuthResetPassword, type Schema } from '@canar/api-client';
import { callAnonymously } from '@/lib/api/http';

/** Sets a new password with the token of a mailed link, which works once. @throws ApiProblem mailed-link.invalid, password.weak */
export async function resetPassword(body: Schema<'ResetPasswordBody'>): Promise<void> {
  await callAnonymously(postAuthResetPassword, { body });
}
