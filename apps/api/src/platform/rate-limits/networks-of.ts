import { isIPv6 } from 'node:net';

const groups = (part: string) => part.split(':').filter((group) => group !== '');

/** What is counted of an address. */
export interface Networks {
  /** Of IPv6 the first 64 bits, because one connection has all that follow, and could be somebody else at every request. */
  network: string;
  /** Of IPv6 the first 56 bits, which one customer may hold; null for IPv4. */
  site: string | null;
}

/** The networks of an address; of what is no address the text itself. */
export function networksOf(address: string): Networks {
  const [, inIpv6] = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address) ?? [];
  if (inIpv6 !== undefined) return { network: inIpv6, site: null };
  if (!isIPv6(address)) return { network: address, site: null };
  const [head = '', tail] = address.split('::');
  const [first, last] = [groups(head), groups(tail ?? '')];
  const length = first.length + last.length + (tail?.includes('.') ? 1 : 0);
  const all = tail === undefined ? first : [...first, ...Array.from({ length: 8 - length }, () => '0'), ...last];
  const prefix = all.slice(0, 4).map((group) => parseInt(group, 16));
  const network = prefix.map((group) => group.toString(16)).join(':');
  const site = prefix.map((group, index) => (index === 3 ? group & 0xff00 : group).toString(16)).join(':');
  return { network: `${network}::/64`, site: `${site}::/56` };
}
