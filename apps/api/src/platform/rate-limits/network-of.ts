import { isIPv6 } from 'node:net';

const groups = (part: string) => part.split(':').filter((group) => group !== '');

/**
 * Whose an address is: of IPv6 the first 64 bits, because one connection has all that follow, and could be somebody else
 * at every request.
 */
export function networkOf(address: string): string {
  const [, inIpv6] = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address) ?? [];
  if (inIpv6 !== undefined) return inIpv6;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const [first, last] = [groups(head), groups(tail ?? '')];
  const length = first.length + last.length + (tail?.includes('.') ? 1 : 0);
  const all = tail === undefined ? first : [...first, ...Array.from({ length: 8 - length }, () => '0'), ...last];
  return `${all
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
