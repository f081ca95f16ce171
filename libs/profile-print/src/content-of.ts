import {
  type Basics,
  mailHref,
  type ProfileDocument,
  type ProfileLink,
  safeHref,
  summaryTitle,
  telHref,
  usableLocale,
} from '@canar/profile-document';
import type { Content, Line } from './content';
import { line, paragraphs } from './plain-text';
import { contentOfSections } from './section-content';
import { wordsFor } from './words';

function countryName(code: string, locale: string): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code.toUpperCase()) ?? code;
}

function placeText({ location = {} }: Basics, locale: string): string {
  const country = countryName(line(location.countryCode), locale);
  const region = `${line(location.region)} ${line(location.postalCode)}`;
  const place = [location.address, location.city, region, country];
  return place
    .map(line)
    .filter((text) => text !== '')
    .join(', ');
}

function readableAddress(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
}

function accountLine({ network, username, url }: ProfileLink): Line {
  const text = [network, username].map(line).filter((part) => part !== '');
  return { text: text.join(': ') || readableAddress(line(url)), href: safeHref(url) };
}

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb']);
const rightToLeftLetter = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether the language, or for the default language the first letter, runs from right to left. */
function runsFromRightToLeft(language: string, text: string): boolean {
  if (rightToLeft.has(language)) return true;
  return language === 'en' && rightToLeftLetter.test(/\p{L}/u.exec(text)?.[0] ?? '');
}

function contactsOf(basics: Basics, locale: string): Line[] {
  const { email, phone, url, profiles = [] } = basics;
  const contacts = [
    { text: line(email), href: mailHref(email) },
    { text: line(phone), href: telHref(phone) },
    { text: placeText(basics, locale), href: null },
    { text: readableAddress(line(url)), href: safeHref(url) },
    ...profiles.map(accountLine),
  ];
  return contacts.filter((contact) => contact.text !== '');
}

/**
 * Converts a document to printable content: sections in order, formatted dates and titles, safe links, and texts without characters
 * that PDF readers reject.
 * @param document the visible part of a document, see `visibleDocument`
 * @param locale BCP 47; English for invalid tags
 */
export function contentOf(document: ProfileDocument, locale: string): Content {
  const language = new Intl.Locale(usableLocale(locale));
  const words = wordsFor(language.baseName);
  const basics = document.basics ?? {};
  const label = line(basics.label);
  const name = line(basics.name) || label || words.untitled;
  const headline = name === label ? '' : label;
  return {
    // Typst knows languages of two or three letters and countries of two.
    lang: /^[a-z]{2,3}$/.test(language.language) ? language.language : 'en',
    region: /^[A-Z]{2}$/.test(language.region ?? '') ? (language.region ?? null) : null,
    rtl: runsFromRightToLeft(language.language, `${name} ${headline} ${line(basics.summary)}`),
    title: headline === '' ? name : `${name} – ${headline}`,
    name,
    label: headline,
    contacts: contactsOf(basics, language.baseName),
    summary: { title: line(summaryTitle(document, language.baseName)), paragraphs: paragraphs(basics.summary) },
    sections: contentOfSections(document, language.baseName),
    words: { photo: words.photo.replace('{name}', () => name), page: words.page },
  };
}
