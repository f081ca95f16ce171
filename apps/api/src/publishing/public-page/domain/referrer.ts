/** The referrer when no other page led here, or none is known. */
export const noReferrer = '';
/** Stands for a host that is not named. */
export const unnamedHost = '*';

const number = /^(\d+(\.\d+){3}|\[.*\])$/;

/**
 * The host that led to a page: never its path, and no address in numbers.
 * @param referer the header, as it was sent
 * @param ownHost where the product stands; a page that leads to itself is no referrer
 */
export function referrerOf(referer: string | undefined, ownHost: string): string {
  if (referer === undefined || !URL.canParse(referer)) return noReferrer;
  const { protocol, hostname } = new URL(referer);
  if (protocol !== 'https:' && protocol !== 'http:') return noReferrer;
  const host = hostname.replace(/\.$/, '').replace(/^www\./, '');
  if (host === '' || host === ownHost.replace(/^www\./, '')) return noReferrer;
  return number.test(host) || host.length > 253 ? unnamedHost : host;
}

/**
 * The host that led to a page by way of a step of ours, after which a browser names us; read as carefully as the header.
 * @param host as the step before passed it on, through the visitor's hands
 */
export function passedOnReferrer(host: unknown, ownHost: string): string {
  return typeof host === 'string' ? referrerOf(`https://${host}`, ownHost) : noReferrer;
}
