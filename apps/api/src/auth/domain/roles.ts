/** What a member of a tenant is. */
export type Role = 'viewer' | 'editor' | 'billing' | 'admin' | 'owner';

/** What a route requires of its caller; `account` is about the person alone, so every role has it. */
export type Permission = 'account' | 'read' | 'write' | 'buy' | 'read-money';

const permissions: Record<Role, readonly Permission[]> = {
  viewer: ['account', 'read'],
  editor: ['account', 'read', 'write'],
  billing: ['account', 'read', 'buy', 'read-money'],
  admin: ['account', 'read', 'write', 'buy', 'read-money'],
  owner: ['account', 'read', 'write', 'buy', 'read-money'],
};

const roles = Object.keys(permissions) as readonly Role[];

/** Whether a role carries a permission. */
export function may(role: Role, permission: Permission): boolean {
  return permissions[role].includes(permission);
}

/** The roles that carry a permission. */
export function rolesWith(permission: Permission): Role[] {
  return roles.filter((role) => may(role, permission));
}
