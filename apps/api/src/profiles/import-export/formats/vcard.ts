import { type ProfileDocument, safeHref } from '@canar/profile-document';

const lineLength = 75;

function escape(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, '\\n');
}

/** Folds a content line at 75 octets, never inside a character (RFC 6350 §3.2). */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > lineLength) {
      parts.push(part);
      part = ' ';
    }
    part += character;
  }
  return [...parts, part].join('\r\n');
}

function property(name: string, ...values: (string | undefined)[]): string[] {
  return values.some(Boolean) ? [`${name}:${values.map((value) => escape(value ?? '')).join(';')}`] : [];
}

/**
 * A visible document as a vCard 4.0 (RFC 6350): name, role, contact details, links and place. Which part of a name is the family's is
 * not known, so all of it is given as the given name: address books sort by `N` and some take nothing without it.
 */
export function vcardOf(document: ProfileDocument): string {
  const { name, label, email, phone, url, location, profiles = [] } = document.basics ?? {};
  const links = [url, ...profiles.map((profile) => profile.url)].flatMap((link) => safeHref(link ?? '') ?? []);
  const place = [location?.address, location?.city, location?.region, location?.postalCode, location?.countryCode];
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    ...property('FN', name ?? ''),
    ...(name ? [] : ['FN:']),
    ...property('N', '', name, '', '', ''),
    ...property('TITLE', label),
    ...property('EMAIL', email),
    ...property('TEL', phone),
    ...(place.some(Boolean) ? property('ADR', '', '', ...place) : []),
    ...links.map((link) => `URL:${link}`),
    'END:VCARD',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
