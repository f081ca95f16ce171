import type { SectionKey } from '@canar/profile-document';
import headingWords from './heading-words.json';

/** The section that a heading of a résumé opens. */
export type HeadingSection = SectionKey | 'summary' | 'contact';

const sections: Record<HeadingSection, readonly string[]> = headingWords.sections;

const sectionOfTitle = new Map<string, HeadingSection>(
  Object.entries(sections).flatMap(([section, titles]) =>
    titles.map((title) => [title, section as HeadingSection] as const),
  ),
);

/** Well-known headings of sections that JSON Resume does not have. */
const otherTitles: ReadonlySet<string> = new Set(headingWords.others);

/** A heading without decoration: colons, rules, numbers and letter-spacing (`E X P E R I E N C E`). */
export function plainHeading(text: string): string {
  const joined = /^(?:\p{L}\s){3,}\p{L}$/u.test(text.trim()) ? text.replace(/\s+/g, '') : text;
  return joined
    .replace(/^[\d.\s]+|[\p{P}\p{S}\s]+$|^[\p{P}\p{S}\s]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The section that a line opens when it is a known heading, else null. */
export function sectionOfHeading(text: string): HeadingSection | null {
  return text.length > 60 ? null : (sectionOfTitle.get(plainHeading(text).toLowerCase()) ?? null);
}

/** Whether a line is a known heading of a section that JSON Resume does not have. */
export function isOtherHeading(text: string): boolean {
  return otherTitles.has(plainHeading(text).toLowerCase());
}
