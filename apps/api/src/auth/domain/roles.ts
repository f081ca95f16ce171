/** What a member of a tenant is. */
export type Role = 'viewer' | 'editor' | 'billing' | 'admin' | 'owner';

/** What a route requires of its caller; `account` is about the person alone, so every role has it. */
export type Permission = 'account' | 'read' | 'write' | 'buy' | 'read-money' | 'manage-members';

const permissions: Record<Role, readonly Permission[]> = {
  viewer: ['account', 'read'],
  editor: ['account', 'read', 'write'],
  billing: ['account', 'read', 'buy', 'read-money'],
  admin: ['account', 'read', 'write', 'buy', 'read-money', 'manage-members'],
  owner: ['account', 'read', 'write', 'buy', 'read-money', 'manage-members'],
};

/** All roles. */
export const roles = Object.keys(permissions) as readonly Role[];

/** Whether a role carries a permission. */
export function may(role: Role, permission: Permission): boolean {
  return permissions[role].includes(permission);
}

/** The roles that carry a permission. */
export function rolesWith(permission: Permission): Role[] {
  return roles.filter((role) => may(role, permission));
}

/** Whether a member of one role may give another role, or take it away: only owners decide who owns. */
export function mayAssign(actor: Role, role: Role): boolean {
  return may(actor, 'manage-members') && (role !== 'owner' || actor === 'owner');
}
