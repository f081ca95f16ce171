import { postAuthReleaseAddress } from '@canar/api-client';
import { callAnonymously } from '@/lib/api/http';

/** Says that the account of a mailed link is not the reader's: it loses the address. @throws ApiProblem mailed-link.invalid, email.verified */
export async function releaseAddress(token: string): Promise<void> {
  await callAnonymously(postAuthReleaseAddress, { body: { token } });
}
