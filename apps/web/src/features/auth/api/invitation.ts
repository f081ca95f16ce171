import { postInvitation, postInvitationAccept, type Schema } from '@canar/api-client';
import { call, callAnonymously } from '@/lib/api/http';

/** What the reader of an invitation is invited to. */
export type ReceivedInvitation = Schema<'ReceivedInvitation'>;

/** What a mailed link invites to. @throws ApiProblem mailed-link.invalid */
export async function findInvitation(token: string): Promise<ReceivedInvitation> {
  return (await callAnonymously(postInvitation, { body: { token } })).data;
}

/** Makes the signed-in person a member, once. @returns the id of the organisation @throws ApiProblem mailed-link.invalid, invitation.other-address, email.unverified */
export async function acceptInvitation(token: string): Promise<string> {
  return (await call(postInvitationAccept, { body: { token } })).data.id;
}
