import type { SectionKey } from '@canar/profile-document';
import headingWords from './heading-words.json';

/** The section that a heading of a résumé opens. */
export type HeadingSection = SectionKey | 'summary' | 'contact';

const sections: Record<HeadingSection, readonly string[]> = headingWords.sections;

/** How headings are compared: without case, spaces and kinds of apostrophes, since letters set apart lose the spaces between words. */
const keyOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/\u0307/g, '') // of the Turkish capital İ
    .replace(/[\s\u200b-\u200d]+/g, '')
    .replace(/[’`´]/g, "'")
    .normalize('NFC');

const sectionOfTitle = new Map<string, HeadingSection>(
  Object.entries(sections).flatMap(([section, titles]) =>
    titles.map((title) => [keyOf(title), section as HeadingSection] as const),
  ),
);

/** Well-known headings of sections that JSON Resume does not have. */
const otherTitles: ReadonlySet<string> = new Set(headingWords.others.map(keyOf));

const documentTitles: ReadonlySet<string> = new Set(headingWords.titles.map(keyOf));

/** Joins letters that are set apart (`E X P E R I E N C E`, `E D U C AT I O N`); words of it are not known any more. */
function joinLetters(text: string): string {
  const words = text.split(/\s+/);
  const single = words.filter((word) => [...word].length === 1).length;
  return words.length >= 4 && single >= words.length * 0.6 ? words.join('') : text;
}

/** A heading without decoration: icons, colons, rules, numbers and letter-spacing. */
export function plainHeading(text: string): string {
  return joinLetters(text.trim())
    .replace(/^[\d.\s\p{P}\p{S}\p{Co}]+|[\p{P}\p{S}\p{Co}\s]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const headingKey = (text: string): string | null => (text.length > 60 ? null : keyOf(plainHeading(text)));

/** The section that a line opens when it is a known heading, else null. */
export function sectionOfHeading(text: string): HeadingSection | null {
  return sectionOfTitle.get(headingKey(text) ?? '') ?? null;
}

const joints = /\s+(?:and|und|et|y|e|en|och|og|i|и|ve)\s+|\s*[&/+]\s*/iu;

/** The section of the first known part of a heading of several, such as "Skills and Tech"; for lines that look like headings. */
export function sectionOfParts(text: string): HeadingSection | null {
  const parts = text.length > 60 ? [] : plainHeading(text).split(joints);
  const known = parts.map((part) => sectionOfTitle.get(keyOf(part)) ?? null);
  return parts.length > 1 ? (known.find((section) => section !== null) ?? null) : null;
}

/** Whether a line is a known heading of a section that JSON Resume does not have. */
export function isOtherHeading(text: string): boolean {
  return otherTitles.has(headingKey(text) ?? '');
}

/** Whether a line is only the kind of document, such as "Curriculum vitae". */
export function isDocumentTitle(text: string): boolean {
  return documentTitles.has(headingKey(text) ?? '');
}
