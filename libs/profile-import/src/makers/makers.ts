import type { TextLine } from '../layout/page';
import type { Grammar } from '../resume-text/grammar';
import { isLinkedInProfile, linkedInGrammar } from './linkedin-pdf';

/** Programs and services whose documents are recognised. */
export const makers = [
  'canar',
  'linkedin',
  'europass',
  'canva',
  'google-docs',
  'word',
  'libreoffice',
  'latex',
  'typst',
  'browser',
] as const;

/** What made a document. */
export type Maker = (typeof makers)[number];

/** The words by which programs name themselves in their files. */
const names: readonly [Maker, RegExp][] = [
  ['europass', /europass/i],
  ['canva', /\bcanva\b/i],
  ['google-docs', /google docs|skia\/pdf.*google/i],
  ['word', /microsoft.{0,6}word|\bpages\b.*apple/i],
  ['libreoffice', /libreoffice|openoffice/i],
  ['latex', /latex|pdftex|xetex|luatex|xdvipdfmx/i],
  ['typst', /typst/i],
  ['browser', /chrome|chromium|skia|firefox|wkhtmltopdf|weasyprint|prince/i],
];

const europass =
  /\b(?:mother tongue\(s\)|europass|muttersprache\(n\)|langue\(s\) maternelle\(s\)|lengua\(s\) materna\(s\)|lingua madre)\b/i;

/** What made a document, by its metadata and its shape; null where nothing tells. */
export function makerOf(flows: readonly (readonly TextLine[])[], madeBy: string): Maker | null {
  if (isLinkedInProfile(flows, madeBy)) return 'linkedin';
  if (flows.some((flow) => flow.some(({ text }) => europass.test(text)))) return 'europass';
  return names.find(([, name]) => name.test(madeBy))?.[0] ?? null;
}

/** What is known of a maker's documents. */
export const grammars: Partial<Record<Maker, Grammar>> = { linkedin: linkedInGrammar };
