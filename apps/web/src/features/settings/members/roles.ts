import type { InvitedRole, Role } from '../api/members';

/** What somebody can be invited as; owners are made of members. */
export const invitedRoles: readonly InvitedRole[] = ['viewer', 'editor', 'billing', 'admin'];

/** Whether members of this role change members and invite others, as the API decides it. */
export function managesMembers(role: Role): boolean {
  return role === 'admin' || role === 'owner';
}

/** Whether members of this role see what is spent, as the API decides it. */
export function readsMoney(role: Role): boolean {
  return role === 'billing' || managesMembers(role);
}

/** The roles that a member of one role may give to a member of another; only owners decide who owns. None where nothing may be changed. */
export function assignableRoles(actor: Role, target: Role): readonly Role[] {
  if (actor === 'owner') return [...invitedRoles, 'owner'];
  return actor === 'admin' && target !== 'owner' ? invitedRoles : [];
}
