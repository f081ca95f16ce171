/** What a member of a tenant is. */
export type Role = 'viewer' | 'editor' | 'billing' | 'admin' | 'owner';

/** What a route asks of its caller. */
export type Permission = 'read' | 'write' | 'buy' | 'read-money';

const permissions: Record<Role, readonly Permission[]> = {
  viewer: ['read'],
  editor: ['read', 'write'],
  billing: ['read', 'buy', 'read-money'],
  admin: ['read', 'write', 'buy', 'read-money'],
  owner: ['read', 'write', 'buy', 'read-money'],
};

/** Whether a role carries a permission. */
export function may(role: Role, permission: Permission): boolean {
  return permissions[role].includes(permission);
}
