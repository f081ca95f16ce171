import { postAuthVerifyEmail } from '@canar/api-client';
import { callAnonymously } from '@/lib/api/http';

/** Verifies an address with the token of a mailed link, which works once. @throws ApiProblem mailed-link.invalid */
export async function verifyEmail(token: string): Promise<void> {
  await callAnonymously(postAuthVerifyEmail, { body: { token } });
}
