import { findPeriod } from '@canar/profile-document';
import type { Cell, Span, TextLine } from '../layout/page';
import { countryCodeOf, isCountryCode } from './countries';

type Fields = Record<string, unknown>;

const email = /[^\s@<>(),;:|]+@[^\s@<>(),;:|]+\.[a-z]{2,}/iu;
const phone = /(?<![\w/])\(?\+?\(?\d[\d\s().\-/]{6,18}\d(?![\w/])/u;
const domains =
  'com|org|net|io|dev|app|tech|info|example|ai|at|be|br|ca|ch|cl|cn|co|cz|de|dk|ee|es|eu|fi|fr|gr|hk|hu|ie|il|in|it|jp|ke|kr|lk|lt|lu|lv|me|mx|my|ng|nl|no|nz|pe|ph|pl|pt|ro|rs|ru|se|sg|si|sk|th|tr|tw|ua|uk|us|vn|za';
const link = new RegExp(
  `(?:https?:\\/\\/|www\\.)[^\\s|,;<>]+|(?<![\\p{L}\\p{N}.-])(?:[a-z0-9-]+\\.)+(?:${domains})(?![\\p{L}\\p{N}-])(?:\\/[^\\s|,;<>]*)?`,
  'iu',
);
/** Whether an address ends in the name of a top-level domain. */
export const endsInDomain = (address: string): boolean => new RegExp(`\\.(?:${domains})$`, 'i').test(address);

const separators = /\s*[|·•,;]\s*|\s{2,}/u;
const networks: Record<string, string> = {
  'linkedin.com': 'LinkedIn',
  'github.com': 'GitHub',
  'gitlab.com': 'GitLab',
  'twitter.com': 'Twitter',
  'x.com': 'X',
  'stackoverflow.com': 'Stack Overflow',
  'medium.com': 'Medium',
  'dribbble.com': 'Dribbble',
  'behance.net': 'Behance',
  'instagram.com': 'Instagram',
  'facebook.com': 'Facebook',
  'youtube.com': 'YouTube',
  'xing.com': 'Xing',
};
const names = [
  ...new Set(Object.values(networks)),
  'Mastodon',
  'SoundCloud',
  'Instagram',
  'Facebook',
  'YouTube',
  'Skype',
  'Xing',
].join('|');
const account = new RegExp(`^(${names})\\s*:\\s*@?(\\S+)$`, 'i');
const accountBefore = new RegExp(`^@?(\\S+)\\s*\\((${names})\\)$`, 'i');
const labels =
  /^(?:e-?mail(?: address)?|(?:phone|mobile|tel|telephone)(?: number)?|cell|website|web|address|location|linkedin|github|links?|contact)(?:\s*:\s*|\s+)/i;

/** A label in any language before a value that is a contact detail as a whole: `Correo electrónico: …`, `電話：…`. */
const anyLabel = /^[\p{L}\p{M}][\p{L}\p{M} .'()/-]{1,30}\s*[:：]\s*(?=\S)/u;

/** What stands in brackets behind a contact detail: `(LinkedIn)`, `(Mobile)`. */
const kind = /^\s*\(?[\p{L}\p{M} ]{2,20}\)\s*$/u;

/** Contact details; `rest` holds the texts that are none. */
export interface Contact {
  fields: Fields;
  rest: string[];
}

export function linkOf(url: string): { network?: string; url: string; username?: string } {
  const whole = /^https?:/i.test(url) ? url : `https://${url}`;
  const [, host = '', path = ''] = /^https?:\/\/(?:www\.)?([^/?#]+)\/?([^?#]*)/i.exec(whole) ?? [];
  const network = networks[host.toLowerCase()];
  const username = path.replace(/^in\//, '').replace(/\/$/, '');
  return network
    ? { network, ...(username && !username.includes('/') ? { username } : {}), url: whole }
    : { url: whole };
}

const isDate = (text: string): boolean => phone.test(text) && findPeriod(phone.exec(text)?.[0] ?? '') !== null;

/** Whether a text is an address, a number or a link as a whole, apart from a word in brackets behind it. */
const isDetail = (text: string): boolean => {
  const rest = [email, link, phone].find((pattern) => pattern.exec(text)?.index === 0);
  const left = rest ? text.replace(rest, '') : text;
  return rest !== undefined && !isDate(text) && (left.trim() === '' || kind.test(left));
};

/** Whether a cell names what the next one is: `Telefon` before a number. */
export function isLabelCell({ text }: Pick<Cell, 'text'>, next: Pick<Cell, 'text'> | undefined): boolean {
  const words = /^[\p{L}\p{M}.-]+(?:[ /][\p{L}\p{M}.-]+){0,2}\s*[:：]?$/u.test(text) && text.length <= 30;
  return words && next !== undefined && isDetail(next.text.trim());
}

const icons = /[\p{Co}\s]+/gu;

/** The account that a user name or an icon leads to; null for other texts, and for addresses, which say it themselves. */
function accountOf({ text, link: url }: Span): Fields | null {
  const name = text.replace(icons, ' ').trim();
  const { network, ...target } = linkOf(url ?? '');
  return network !== undefined && !/\s/.test(name) && !link.test(name) ? { network, ...target } : null;
}

/** An address in small letters where the page shows all texts in capitals, which say nothing in an address. */
const inSmallLetters = (address: string): string => (/\p{Ll}/u.test(address) ? address : address.toLowerCase());

/** A number without a bracket that nothing closes. */
const balanced = (number: string): string =>
  number.includes(')') || !number.includes('(') ? number : number.replace('(', '');

/** Collects e-mail addresses, phone numbers and links from the lines at the top of a résumé or under "Contact". */
class ContactReader {
  readonly fields: Fields = {};
  readonly rest: string[] = [];
  /** texts of the part that is being read, and the addresses they lead to */
  links: readonly { text: string; url: string }[] = [];
  private readonly profiles: Fields[] = [];

  read(part: string): void {
    const [, network, username] = account.exec(part.trim()) ?? [];
    const [, before, after] = accountBefore.exec(part.trim()) ?? [];
    const user = username ?? before;
    if (user && !link.test(user)) {
      const address = this.links.find(({ text }) => text.includes(user))?.url;
      this.addProfile({ network: network ?? after, username: user, ...(address ? { url: address } : {}) });
      return;
    }
    const value = part.replace(anyLabel, '');
    let text = (isDetail(value) ? value : part).replace(labels, '');
    text = this.take(text, email, (match) => this.setOnce('email', inSmallLetters(match)));
    text = this.take(text, link, (match) => this.addLink(inSmallLetters(match.replace(/[.,)]+$/, ''))));
    if (!isDate(text)) text = this.take(text, phone, (match) => this.setOnce('phone', balanced(match.trim())));
    if (text !== value && kind.test(text)) return;
    const remainder = text.replace(labels, '').replace(/^[\s,;|·•)–—:/\p{Co}-]+|[\s,;|·•(–—:/\p{Co}-]+$/gu, '');
    if (remainder !== '' && !labels.test(`${remainder}:`)) this.rest.push(remainder);
  }

  /** Takes the accounts that user names and icons lead to; returns the other texts. */
  takeAccounts(spans: readonly Span[]): string {
    const rest = spans.filter((span) => {
      const spelled = spans.some((other) => other.link === span.link && link.test(other.text));
      const account = span.link === undefined || spelled ? null : accountOf(span);
      if (account) this.addProfile(account);
      return account === null;
    });
    return rest.map(({ text, apart }) => (apart ? `  ${text}` : text)).join('');
  }

  finish(): Contact {
    if (this.profiles.length > 0) this.fields['profiles'] = this.profiles;
    return { fields: this.fields, rest: this.rest };
  }

  /** Adds an account that is not known by its address. */
  private addProfile(profile: Fields): void {
    const known = profile['url'] !== undefined && this.profiles.some(({ url }) => url === profile['url']);
    if (!known) this.profiles.push(profile);
  }

  private take(text: string, pattern: RegExp, use: (match: string) => boolean): string {
    let rest = text;
    for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
      if (!use(match[0])) this.rest.push(match[0]);
      rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    }
    return rest;
  }

  private setOnce(name: string, value: string): boolean {
    if (this.fields[name] === value) return true;
    if (this.fields[name] !== undefined) return false;
    this.fields[name] = value;
    return true;
  }

  private addLink(text: string): boolean {
    const address = this.links.find((link) => link.text.includes(text) && link.url.includes(text))?.url ?? text;
    const { network, ...link } = linkOf(address);
    if (network) this.addProfile({ network, ...link });
    else if (this.fields['url'] === undefined) this.fields['url'] = link.url;
    else this.addProfile(link);
    return true;
  }
}

/** Whether a part holds a contact detail, so that its pieces are read one by one. */
const holdsDetail = (part: string): boolean =>
  email.test(part) ||
  link.test(part) ||
  phone.test(part) ||
  part.split(/\s*[|·•;]\s*/).some((piece) => account.test(piece));

/** Longer parts are not contact details; the patterns above take quadratic time. */
const maxPartLength = 400;

/** Reads contact lines, each part between separators on its own. */
export function contactOf(lines: readonly Pick<TextLine, 'cells'>[]): Contact {
  const reader = new ContactReader();
  for (const { cells } of lines) {
    for (const { text, spans } of cells.filter((cell, index) => !isLabelCell(cell, cells[index + 1]))) {
      const named = spans.some((span) => span.link !== undefined && accountOf(span) !== null);
      const part = (named ? reader.takeAccounts(spans) : text).replace(/^[\s\p{Co}]+/u, '');
      reader.links = spans.flatMap((span) =>
        span.link === undefined ? [] : [{ text: span.text.trim(), url: span.link }],
      );
      if (part.length > maxPartLength) {
        reader.rest.push(part);
        continue;
      }
      const pieces = named || holdsDetail(part) ? part.split(/\s*[|·•;]\s*|\s{2,}/u) : [part];
      for (const piece of pieces) if (piece.trim() !== '') reader.read(piece);
    }
  }
  return reader.finish();
}

const streets = /\d|\b(?:road|street|lane|avenue|nagar|marg|colony|block|apartments?|floor)\b/i;

/** Parses a place such as `Pune`, `Pune, India` or `Pune, MH 411001, India`; null when the text is not a place. */
export function placeOf(text: string): Fields | null {
  const pieces = text
    .replace(/\s*\((?:home|work|private|business|mobile)\)$/i, '')
    .replace(/,?\s+\(?([A-Z]{2})\)?,?$/u, (end, code: string) => (isCountryCode(code) ? `, ${code}` : end))
    .split(separators)
    .map((piece) => piece.trim())
    .filter(Boolean);
  if (
    pieces.length === 0 ||
    pieces.length > 6 ||
    text.length > 80 ||
    /[.!?]$|\d{7}|\p{L}\s*:|\d+\s?[x×]\s?\d+/u.test(text)
  )
    return null;
  if (!pieces.every((piece) => /^[\p{Lu}\p{Lo}\d]/u.test(piece) && piece.split(/\s+/).length < 6)) return null;
  const postal = pieces.findIndex((piece) => /^\d{4,6}$/.test(piece));
  const code = postal > 0 ? pieces.splice(postal, 1)[0] : undefined;
  const street: string[] = [];
  while (pieces.length > 1 && streets.test(pieces[0] ?? '')) street.push(pieces.shift() ?? '');
  const [city, ...rest] = pieces;
  const [, state, postalCode] = /^(.*?)\s*((?:[A-Z]{2}\s)?\d{4,6}(?:-\d{4})?)$/.exec(rest[0] ?? '') ?? [];
  if (postalCode) rest.splice(0, 1, ...(state ? [state] : []));
  const countryCode =
    countryCodeOf(rest.at(-1) ?? '') ?? (rest.length === 1 && /^[A-Z]{2}$/.test(rest[0] ?? '') ? rest[0] : undefined);
  if (!city || !/\p{L}/u.test(city)) return null;
  const region = (countryCode ? rest.slice(0, -1) : rest).join(', ');
  return {
    ...(street.length > 0 ? { address: street.join(', ') } : {}),
    city,
    ...((code ?? postalCode) ? { postalCode: code ?? postalCode } : {}),
    ...(region ? { region } : {}),
    ...(countryCode ? { countryCode } : {}),
  };
}
