import { parseUrl } from '@canar/profile-document';

/** What the parser of URLs takes for something else than a domain. */
const notADomain = /[%:/?#[\]\\]|^[\d.x]*$/i;

/**
 * The form in which two addresses are the same: NFKC and case folding, the domain as A-labels (UTS 46). The address
 * itself is stored as typed.
 */
export function emailKey(email: string): string {
  const normal = email.normalize('NFKC');
  const at = normal.lastIndexOf('@');
  return `${fold(normal.slice(0, at + 1))}${domainKey(normal.slice(at + 1))}`;
}

/** The form in which two addresses were the same before: NFC and lower case. Accounts that fall together since keep it. */
export function formerEmailKey(email: string): string {
  return email.normalize('NFC').toLowerCase();
}

function domainKey(domain: string): string {
  const url = notADomain.test(domain) ? null : parseUrl(`http://${domain}`);
  return url?.hostname ?? fold(domain);
}

/** Full case folding: by way of upper case, so that `ß` is `ss` and both sigmas are one. Only the dotless i is no i. */
function fold(text: string): string {
  const folded = [...text].map((character) => (character === 'ı' ? character : foldedOf(character)));
  return folded.join('').normalize('NFKC');
}

/** In lower case first: the capital `ẞ` is its own upper case, that of `ß` is `SS`. */
function foldedOf(character: string): string {
  return character.toLowerCase().toUpperCase().toLowerCase();
}
