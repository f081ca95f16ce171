/**
 * Values of templates that are only inspected: AWS's own example account, and the names that are reserved for
 * documentation. Nothing is ever deployed with them; `context.ts` rejects them for any other account.
 */
export const example = {
  account: '123456789012',
  repository: 'canar-app/canar',
  zones: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
} as const;

/** Whether a host or mail domain is one that RFC 2606 keeps for documentation and tests. */
export function isReserved(host: string): boolean {
  return /(^|\.)(example(\.(com|net|org))?|test|invalid|localhost)$/i.test(host);
}
