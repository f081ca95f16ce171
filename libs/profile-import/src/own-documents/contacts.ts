import type { Unplaced } from '@canar/profile-document';
import { countryCodeOf } from '../resume-text/countries';
import { placeOf } from '../resume-text/contact';
import type { Element } from './elements';
import { joinedText } from './joined-text';

type Fields = Record<string, unknown>;

interface Contact {
  text: string;
  link?: string | undefined;
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
const phone = /^[+(\p{Nd}][\p{Nd}\s().\-/x]{4,}$/iu;

/** The letters of an entry's title are larger than those of the text by this factor. */
const titleScale = 1.06;

/** The contact details of the head: links, and texts between the separators of the templates. */
function detailsOf(elements: readonly Element[]): Contact[] {
  return elements.flatMap(({ runs, text }): Contact[] => {
    const link = runs.find((run) => run.link !== undefined)?.link;
    if (link !== undefined || email.test(text)) return [{ text, link }];
    return text
      .split(/(?:^|\s+)[·|](?:\s+|$)/u)
      .map((piece) => ({ text: piece.trim() }))
      .filter((piece) => piece.text !== '');
  });
}

/** Street, town, region with postal code, and country, as a place is printed. */
function locationOf(text: string): Fields {
  const pieces = text.split(', ');
  const countryCode = pieces.length > 1 ? countryCodeOf(pieces.at(-1) ?? '') : undefined;
  const [, region, postalCode] =
    /^(.*?)\s*((?:\b[A-Z]{2}\s)?[A-Z]{0,2}\d[\dA-Z]*(?:[ -][\dA-Z]+)?)$/.exec(pieces.at(countryCode ? -2 : -1) ?? '') ??
    [];
  const named = countryCode !== undefined && postalCode !== undefined && pieces.length > 3;
  if (!named) return placeOf(text) ?? { city: text };
  const [city, ...street] = pieces.slice(0, -2).reverse();
  const address = street.reverse().join(', ');
  return { ...(address ? { address } : {}), city, postalCode, ...(region ? { region } : {}), countryCode };
}

const readable = (url: string): string => url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');

function profileOf({ text, link }: Contact): Fields {
  const [, network, username] = /^(.+?): (.+)$/.exec(text) ?? [];
  const url = link === undefined ? {} : { url: link };
  if (network && username) return { network, username, ...url };
  return link !== undefined && readable(link) === text ? url : { network: text, ...url };
}

/**
 * Reads the texts between the name and the first paragraph: a headline in letters larger than the text's, then the contact details.
 * @param titleSize the size of the titles of entries, in points; undefined where none has one
 */
export function contactsOf(
  elements: readonly Element[],
  titleSize: number | undefined,
): { contacts: Fields; unplaced: Unplaced[] } {
  const sizeOf = ({ runs }: Element): number => runs[0]?.size ?? 0;
  const smallest = Math.min(...elements.map(sizeOf));
  const limit = titleSize === undefined ? smallest * 1.05 : (titleSize / titleScale) * 0.97;
  const label = elements.filter((element) => sizeOf(element) > limit);
  const fields: Fields = label.length > 0 ? { label: joinedText(label.flatMap(({ runs }) => runs)) } : {};
  const profiles: Fields[] = [];
  const unplaced: Unplaced[] = [];
  for (const contact of detailsOf(elements.filter((element) => !label.includes(element)))) {
    const { text, link } = contact;
    const isAccount = link !== undefined || /^\S[^:]*: \S/.test(text);
    if (fields['email'] === undefined && email.test(text)) fields['email'] = text;
    else if (fields['phone'] === undefined && phone.test(text)) fields['phone'] = text;
    else if (link !== undefined && fields['url'] === undefined && profiles.length === 0 && readable(link) === text)
      fields['url'] = link;
    else if (isAccount) profiles.push(profileOf(contact));
    else if (fields['location'] === undefined) fields['location'] = locationOf(text);
    else unplaced.push({ pointer: '/pages/1', value: text, reason: 'contact.unknown' });
  }
  return { contacts: { ...fields, profiles }, unplaced };
}
