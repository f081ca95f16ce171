import { postAuthLinkAccount, type Schema } from '@canar/api-client';
import { callAnonymously } from '@/lib/api/http';

/** What the reader of a mailed link may know of its account. */
export type LinkAccount = Schema<'LinkAccount'>;

/** Asks what a mailed link's account is; the link stays good. @throws ApiProblem mailed-link.invalid */
export async function findLinkAccount(token: string): Promise<LinkAccount> {
  return (await callAnonymously(postAuthLinkAccount, { body: { token } })).data;
}
