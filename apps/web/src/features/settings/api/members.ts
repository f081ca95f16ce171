'use client';

import {
  deleteInvitationsById,
  deleteMembersById,
  getCreditsMembers,
  getInvitations,
  getMembers,
  patchMembersById,
  postInvitations,
  postInvitationsByIdResend,
  postInvitationsFile,
  postTenantsByIdLeave,
  putMembersByIdCreditLimit,
  type Schema,
} from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { ApiProblem } from '@/lib/api/problem';

/** A member of the organisation for which the session acts. */
export type Member = Schema<'Member'>;

/** An invitation to it that nobody has accepted yet. */
export type PendingInvitation = Schema<'PendingInvitation'>;

/** What a member may be. */
export type Role = Member['role'];

/** What somebody can be invited as. */
export type InvitedRole = PendingInvitation['role'];

/** What a member has spent of the shared credits in the running period, and may spend. */
export type MemberSpending = Schema<'MemberSpending'>;

/** What became of a line of a file of addresses. */
export type InvitationLine = Schema<'InvitationLineReport'>;

/** The query key of the members. */
export const membersKey = ['members'];

/** The query key of what the members have spent. */
export const spendingKey = ['credits', 'members'];

/** The query key of the open invitations. */
export const invitationsKey = ['invitations'];

/** The members of the organisation, the first to join first. */
export function useMembers() {
  return useQuery({ queryKey: membersKey, queryFn: async () => (await call(getMembers)).data.members });
}

/** What the members have spent in the running period, by id. @param enabled whether the reader may see it */
export function useSpending(enabled: boolean) {
  return useQuery({
    queryKey: spendingKey,
    enabled,
    queryFn: async () => new Map((await call(getCreditsMembers)).data.members.map((each) => [each.id, each])),
  });
}

/** The open invitations, the last one first; those that have expired as well. */
export function useInvitations() {
  return useQuery({ queryKey: invitationsKey, queryFn: async () => (await call(getInvitations)).data.invitations });
}

/** Gives a member another role. @throws ApiProblem confirmation.required, member.last-owner, role.insufficient, not-found */
export async function changeRole(id: string, role: Role): Promise<void> {
  await call(patchMembersById, { params: { path: { id } }, body: { role } });
}

/** Limits what a member may spend in each period. @param credits null for no limit @throws ApiProblem role.insufficient, not-found */
export async function limitCredits(id: string, credits: number | null): Promise<void> {
  await call(putMembersByIdCreditLimit, { params: { path: { id } }, body: { credits } });
}

/** Removes a member; one who is no member any more is as good. @throws ApiProblem member.last-owner, role.insufficient */
export async function removeMember(id: string): Promise<void> {
  await unlessGone(call(deleteMembersById, { params: { path: { id } } }));
}

/** Ends one's own membership. @throws ApiProblem member.last-owner */
export async function leaveOrganisation(id: string): Promise<void> {
  await unlessGone(call(postTenantsByIdLeave, { params: { path: { id } } }));
}

/** Mails an invitation. @throws ApiProblem email.unverified, role.insufficient, member.exists, member.too-many, invitation.too-many */
export async function invite(email: string, role: InvitedRole): Promise<void> {
  await call(postInvitations, { body: { email, role } });
}

/** Invites the addresses of a CSV file. @param role of lines that name none @throws ApiProblem email.unverified, invitation.file-unreadable, invitation.too-many-lines */
export async function inviteMany(csv: string, role: InvitedRole): Promise<InvitationLine[]> {
  return (await call(postInvitationsFile, { body: { csv, role } })).data.lines;
}

/** Mails a new link of an invitation; the former one is void. @throws ApiProblem not-found, and what `invite` throws */
export async function resendInvitation(id: string): Promise<void> {
  await call(postInvitationsByIdResend, { params: { path: { id } } });
}

/** Takes an invitation back; one that is gone already is as good. */
export async function revokeInvitation(id: string): Promise<void> {
  await unlessGone(call(deleteInvitationsById, { params: { path: { id } } }));
}

async function unlessGone(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 404) throw error;
  }
}
