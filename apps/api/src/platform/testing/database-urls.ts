/** The databases that the tests know by name. */
export const databaseNames = { template: 'canar_template' } as const;

/** The address of a database for one of the product's roles; the test server's passwords are the roles' names. */
export function roleUrl(adminUrl: string, role: 'canar_app' | 'canar_owner', database: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = role;
  url.pathname = `/${database}`;
  return url.toString();
}
