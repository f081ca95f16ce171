import { parseUrl } from '@canar/profile-document';

/** The referrer when no other page led here, or none is known. */
export const noReferrer = '';
/** Stands for a host that is not named. */
export const unnamedHost = '*';

const number = /^(\d+(\.\d+){3}|\[.*\])$/;

/**
 * The host of a referrer: never its path, and no numeric address.
 * @param referer the header, as it was sent
 * @param ownHost our own host, which is no referrer
 */
export function referrerOf(referer: string | undefined, ownHost: string): string {
  const url = parseUrl(referer ?? '');
  if (!url) return noReferrer;
  const { protocol, hostname } = url;
  if (protocol !== 'https:' && protocol !== 'http:') return noReferrer;
  const host = hostname.replace(/\.$/, '').replace(/^www\./, '');
  if (host === '' || host === ownHost.replace(/^www\./, '')) return noReferrer;
  return number.test(host) || host.length > 253 ? unnamedHost : host;
}

/**
 * The host of a referrer that a page of ours passed on; validated like the header.
 * @param host as it was passed on, through the hands of the visitor
 */
export function passedOnReferrer(host: unknown, ownHost: string): string {
  return typeof host === 'string' ? referrerOf(`https://${host}`, ownHost) : noReferrer;
}
