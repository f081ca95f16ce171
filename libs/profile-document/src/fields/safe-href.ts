import { parseUrl } from './parse-url';

// White space, control and format characters: what browsers drop or ignore before and inside a scheme.
const ignorable = /[\p{Cc}\p{Cf}\p{Z}\s]/gu;
const forbidden = /^(?:javascript|vbscript|data|blob|file):/i;
const controls = /\p{Cc}/u;
const scheme = /^([a-z][a-z0-9+.-]*):/i;
const bareDomain =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?\.)+\p{L}[\p{L}\p{M}\p{N}-]+(?::\d{1,5})?(?:[/?#]|$)/u;
const emailAddress = /^[^\s@<>(),;:?#%\\"[\]]+@[^\s@<>(),;:?#%\\"[\]]+\.[^\s@.<>(),;:?#%\\"[\]]+$/u;

/** Whether a link names a scheme that runs or embeds something, however it is disguised by case, space or control characters. */
export function hasForbiddenScheme(link: string): boolean {
  return forbidden.test(link.slice(0, 4096).replace(ignorable, ''));
}

/** Whether a text is a web address without its scheme: `example.com/jobs`. */
export function isBareDomain(link: string): boolean {
  return bareDomain.test(link.trim()) && !link.trim().includes('@');
}

/** Whether a text is shaped as a mail address. It says nothing about delivery. */
export function isEmailAddress(text: string): boolean {
  return emailAddress.test(text);
}

function webHref(link: string): string | null {
  const parsed = parseUrl(link);
  if (!parsed) return null;
  const deceptive = parsed.username !== '' || parsed.password !== '';
  return parsed.hostname === '' || deceptive ? null : parsed.href;
}

/**
 * The address to put into `href`, or `null` when the text must be printed and not linked. Only http, https, mailto and tel come
 * back, normalised by the WHATWG URL parser. A bare domain (`example.com/a`, `//example.com`) is read as https. Links that carry a
 * user name, or control characters, are not linked: they exist to deceive.
 */
export function safeHref(url: string | null | undefined): string | null {
  const link = (url ?? '').trim();
  if (link === '' || controls.test(link)) return null;
  if (link.startsWith('//')) return webHref(`https:${link}`);
  if (isBareDomain(link)) return webHref(`https://${link}`);
  switch (scheme.exec(link)?.[1]?.toLowerCase()) {
    case 'http':
    case 'https':
      return /^https?:\/\//i.test(link) ? webHref(link) : null;
    case 'mailto':
      return isEmailAddress(link.slice(7).split('?')[0] ?? '') ? new URL(link).href : null;
    case 'tel':
      return telHref(link.slice(4));
    default:
      return null;
  }
}

/** The `mailto:` link of a mail address, or `null` when it is not finished. */
export function mailHref(email: string | undefined): string | null {
  const address = (email ?? '').trim();
  return isEmailAddress(address) ? safeHref(`mailto:${address}`) : null;
}

/** The `tel:` link (RFC 3966) of a telephone number as people write it, or `null` when it has no digits to call. */
export function telHref(phone: string | undefined): string | null {
  const [number = '', extension] = (phone ?? '').toLowerCase().split(/;ext=|\s*(?:ext\.?|x)\s*(?=\d+$)/);
  const compact = number.replace(/[\s().\-\u2010-\u2015/\u00a0]/g, '');
  if (!/^\+?[0-9*#]{3,20}$/.test(compact)) return null;
  return `tel:${compact.replaceAll('#', '%23')}${extension && /^\d+$/.test(extension) ? `;ext=${extension}` : ''}`;
}
