import type { TextLine } from './lines';

type Fields = Record<string, unknown>;

const email = /[^\s@<>(),;:|]+@[^\s@<>(),;:|]+\.[a-z]{2,}/iu;
const phone = /(?<!\w)\+?\(?\d[\d\s().\-/]{6,18}\d\b/u;
const link =
  /(?:https?:\/\/|www\.)[^\s|,;<>]+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|in|me|de|fr|es|uk|app|co|ai|tech|info|eu|example)(?:\/[^\s|,;<>]*)?/iu;
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
};
const account = new RegExp(
  `^(${[...new Set(Object.values(networks)), 'Mastodon', 'SoundCloud'].join('|')})\\s*:\\s*@?(\\S+)$`,
  'i',
);
const labels =
  /^(?:e-?mail|phone|mobile|tel|telephone|website|web|address|location|linkedin|github|links?|contact)(?:\s*:\s*|\s+)/i;

/** Contact details; `rest` holds the texts that are none. */
export interface Contact {
  fields: Fields;
  rest: string[];
}

function linkOf(url: string): { network?: string; url: string; username?: string } {
  const whole = /^https?:/i.test(url) ? url : `https://${url}`;
  const [, host = '', path = ''] = /^https?:\/\/(?:www\.)?([^/?#]+)\/?([^?#]*)/i.exec(whole) ?? [];
  const network = networks[host.toLowerCase()];
  const username = path.replace(/^in\//, '').replace(/\/$/, '');
  return network
    ? { network, ...(username && !username.includes('/') ? { username } : {}), url: whole }
    : { url: whole };
}

/** Collects e-mail addresses, phone numbers and links from the lines at the top of a résumé or under "Contact". */
class ContactReader {
  readonly fields: Fields = {};
  readonly rest: string[] = [];
  private readonly links: Fields[] = [];

  read(part: string): void {
    const [, network, username] = account.exec(part.trim()) ?? [];
    if (network && username && !link.test(username)) {
      this.links.push({ network, username });
      return;
    }
    let text = part.replace(labels, '');
    text = this.take(text, email, (match) => this.setOnce('email', match));
    text = this.take(text, link, (match) => this.addLink(match.replace(/[.,)]+$/, '')));
    text = this.take(text, phone, (match) => this.setOnce('phone', match.trim()));
    const remainder = text.replace(labels, '').replace(/^[\s,;|·•()–—:/-]+|[\s,;|·•(–—:/-]+$/gu, '');
    if (remainder !== '' && !labels.test(`${remainder}:`)) this.rest.push(remainder);
  }

  finish(): Contact {
    if (this.links.length > 0) this.fields['profiles'] = this.links;
    return { fields: this.fields, rest: this.rest };
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

  private addLink(address: string): boolean {
    const { network, ...link } = linkOf(address);
    if (network) this.links.push({ network, ...link });
    else if (this.fields['url'] === undefined) this.fields['url'] = link.url;
    else this.links.push(link);
    return true;
  }
}

/** Longer parts are not contact details; the patterns above take quadratic time. */
const maxPartLength = 400;

/** Reads contact lines, each part between separators on its own. */
export function contactOf(lines: readonly Pick<TextLine, 'parts'>[]): Contact {
  const reader = new ContactReader();
  for (const { parts } of lines) {
    for (const part of parts) {
      if (part.length > maxPartLength) {
        reader.rest.push(part);
        continue;
      }
      const pieces =
        email.test(part) || link.test(part) || phone.test(part) ? part.split(/\s*[|·•;]\s*|\s{2,}/u) : [part];
      for (const piece of pieces) if (piece.trim() !== '') reader.read(piece);
    }
  }
  return reader.finish();
}

const streets = /\d|\b(?:road|street|lane|avenue|nagar|marg|colony|block|apartments?|floor)\b/i;

/** Parses a place such as `Pune`, `Pune, India` or `Pune, MH 411001, India`; null when the text is not a place. */
export function placeOf(text: string): Fields | null {
  const pieces = text
    .split(separators)
    .map((piece) => piece.trim())
    .filter(Boolean);
  if (pieces.length === 0 || pieces.length > 6 || text.length > 80 || /[.!?]$|\d{7}/.test(text)) return null;
  if (!pieces.every((piece) => /^[\p{Lu}\p{Lo}\d]/u.test(piece))) return null;
  const street: string[] = [];
  while (pieces.length > 1 && streets.test(pieces[0] ?? '')) street.push(pieces.shift() ?? '');
  const [city, ...rest] = pieces;
  const region = rest.filter((piece) => !/^[A-Z]{2}$/.test(piece) || rest.length > 1).join(', ');
  const countryCode = rest.length === 1 && /^[A-Z]{2}$/.test(rest[0] ?? '') ? rest[0] : undefined;
  return {
    ...(street.length > 0 ? { address: street.join(', ') } : {}),
    city,
    ...(region ? { region } : {}),
    ...(countryCode ? { countryCode } : {}),
  };
}
