import { placeOf } from '../resume-text/contact';
import { countryCodeOf } from '../resume-text/countries';
import type { Entry } from '../entries/entries';
import { commonFields, splitTitles, takeFirst } from './item';
import { organisationWord, roleWord } from '../resume-text/words';

type Fields = Record<string, unknown>;

const isPlace = (title: string): boolean => placeOf(title) !== null;
const isOrganisation = (title: string): boolean => organisationWord.test(title) && !roleWord.test(title);

/** Splits the titles of a position: `Engineer at Acme`, `Engineer - Acme` or `Engineer, Acme`. */
function titlesOf(entry: Entry): string[] {
  const titles = splitTitles(entry.titles).flatMap((title) =>
    roleWord.test(title) ? title.split(/\s+-\s+|\s+(?:at|bei|chez|en)\s+(?=\p{Lu})/u) : [title],
  );
  const others = titles.filter((title) => !roleWord.test(title) && !(title.includes(',') && isPlace(title)));
  if (others.length > 0) return titles;
  return titles.flatMap((title) =>
    roleWord.test(title) || titles.length === 1 ? title.split(/,\s+(?![^(]*\))/) : [title],
  );
}

/** The title at the right of a line where it may be a place and two other titles are left. */
function placeAtRight({ titles, titleAtRight: title }: Entry): string | undefined {
  const others = titles.filter((other) => other !== title);
  return title && others.length > 1 && isPlace(title) && !roleWord.test(title) && !isOrganisation(title)
    ? title
    : undefined;
}

/** The titles of an entry without a place that stands behind its dates, and that place. */
function partedTitles(entry: Entry): { titles: string[]; last?: string } {
  const { titleAfterDates: last = placeAtRight(entry) } = entry;
  if (last && roleWord.test(last)) return { titles: titlesOf(entry) };
  const whole = last ? titlesOf({ ...entry, titles: entry.titles.filter((title) => title !== last) }) : [];
  const before = whole.length === 1 && last && isPlace(last) ? (whole[0] ?? '').split(/,\s+(?![^(]*\))/) : whole;
  if (last && before.length > 1) return { titles: before, last };
  const named = last && (roleWord.test(last) || isOrganisation(last));
  if (last && before.length > 0 && isPlace(last) && !named) return { titles: before, last };
  return { titles: titlesOf(entry) };
}

/** What the first title of most positions of a section is, where words tell it. */
type Order = 'position' | 'employer';

/** Votes on the order of position and employer by the entries whose words tell it. */
function orderOf(entries: readonly (readonly string[])[]): Order | undefined {
  let votes = 0;
  for (const [first = '', second = ''] of entries) {
    if (second === '') continue;
    const [role, nextRole] = [roleWord.test(first), roleWord.test(second)];
    if (role !== nextRole) votes += role ? 1 : -1;
    else if (isOrganisation(first) !== isOrganisation(second)) votes += isOrganisation(second) ? 1 : -1;
  }
  return votes > 0 ? 'position' : votes < 0 ? 'employer' : undefined;
}

/** Where most entries of three or more titles have the one with a word of a role; -1 where none has. */
function slotOf(entries: readonly (readonly string[])[], count: number): number {
  const slots = entries
    .filter((titles) => titles.length === count && count > 2)
    .map((titles) => titles.findIndex((title) => roleWord.test(title)))
    .filter((slot) => slot >= 0);
  const votes = (slot: number): number => slots.filter((other) => other === slot).length;
  return slots.sort((a, b) => votes(b) - votes(a))[0] ?? -1;
}

/** Takes the position out of the titles of one entry; `slot` is where others of as many titles have it. */
function takePosition(titles: string[], order: Order | undefined, slot: number): string | undefined {
  const [first = '', second] = titles;
  const roles = titles.slice(0, 3).filter((title) => roleWord.test(title)).length;
  if (roles === 1 && second !== undefined) return takeFirst(titles, (title) => roleWord.test(title));
  if (roles === 0 && slot >= 0) return titles.splice(slot, 1)[0];
  if (second === undefined)
    return roles === 1 || (order === 'position' && !isOrganisation(first)) ? titles.shift() : undefined;
  if (order === 'employer') return titles.splice(1, 1)[0];
  return takeFirst(titles, (title) => roleWord.test(title)) ?? titles.shift();
}

/** Takes the place out of the titles: one with a comma, else any that may be one. */
function takePlace(titles: string[]): string | undefined {
  return takeFirst(titles, (title) => title.includes(',') && isPlace(title)) ?? takeFirst(titles, isPlace);
}

/** Whether a text is a country, or a state of two letters behind its town. */
const endsPlace = (text: string): boolean =>
  countryCodeOf(text) !== undefined || (/^[A-Z]{2}(?: \d{5})?$/.test(text) && !organisationWord.test(text));

/** A place that names its country or state. */
const isWholePlace = (title: string): boolean => {
  const pieces = title.split(/,\s+/);
  return (
    pieces.length > 1 && pieces.length < 4 && isPlace(title) && endsPlace(pieces.at(-1) ?? '') && !isOrganisation(title)
  );
};

/** `Acme, Pune, India` and `Acme Ltd, Pune` as an employer and its place. */
function splitEmployer(text: string, besidePosition: boolean): { employer: string; place?: string } {
  const pieces = text.split(/,\s+/);
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  const towns = pieces.length > 2 && endsPlace(last) ? 2 : 1;
  const known = isOrganisation(first) || (besidePosition && !roleWord.test(first) && !roleWord.test(last));
  const named = pieces.length === 2 && known && !isOrganisation(last) && isPlace(last);
  if (pieces.length < 2 || pieces.length > 4 || !(named || endsPlace(last))) return { employer: text };
  const place = pieces.slice(-towns).join(', ');
  return isPlace(place) ? { employer: pieces.slice(0, -towns).join(', '), place } : { employer: text };
}

/** An entry whose text is a list without bullets and indents: lines that are no sentences. */
function withListedText(entry: Entry): Entry {
  const isItem = (text: string): boolean =>
    /^[\p{Lu}\p{Lo}\p{N}]/u.test(text) && !/[\p{P}]$/u.test(text) && text.length < 140;
  const listed = entry.highlights.length === 0 && entry.prose.length > 1 && entry.prose.every(isItem);
  return listed ? { ...entry, prose: [], highlights: entry.prose } : entry;
}

/** Reads entries as positions: of work, with an employer and a place, or of voluntary work, with an organisation. */
export function positionsOf(read: readonly Entry[], name: 'name' | 'organization'): Fields[] {
  const entries = read.map(withListedText);
  const parted = entries.map(partedTitles).map(({ titles, last }) => {
    const whole = name === 'name' && titles.length > 2 ? takeFirst(titles, isWholePlace) : undefined;
    return { titles, last, whole };
  });
  const all = parted.map(({ titles }) => [...titles]);
  const order = orderOf(all);
  return entries.map((entry, index) => {
    const { titles = [], last, whole } = parted[index] ?? {};
    const position = takePosition(titles, order, slotOf(all, titles.length));
    const named = titles.shift();
    if (last) titles.push(last);
    const found = name === 'name' ? (entry.location ?? whole ?? takePlace(titles)) : undefined;
    const split =
      named && name === 'name' && found === undefined
        ? splitEmployer(named, position !== undefined)
        : { employer: named };
    const { employer, place = found } = { place: undefined, ...split };
    return {
      ...(employer ? { [name]: employer } : {}),
      ...(position ? { position } : {}),
      ...(place ? { location: place } : {}),
      ...(name === 'name' && titles.length > 0 ? { description: titles.join(', ') } : {}),
      ...commonFields(entry, 'summary', name === 'name' ? [] : titles),
    };
  });
}
