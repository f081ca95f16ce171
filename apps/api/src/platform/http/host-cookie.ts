import type { Config } from '../config/config';

/**
 * The name of a cookie that only this host sets and reads, for the whole site: with the prefix `__Host-` over https, which browsers
 * then enforce (RFC 6265bis); plain http, on a laptop, has no such cookies.
 */
export function hostCookie({ env }: Config, name: string): { name: string; secure: boolean } {
  const secure = env.PUBLIC_URL.startsWith('https://');
  return { name: secure ? `__Host-${name}` : name, secure };
}
