import type { Unplaced } from '@canar/profile-document';
import { ImportFailed } from '../import-failed';
import type { Maker } from '../makers/makers';
import { readOwnElements } from '../own-documents/read-own-document';
import { elementsOfOwnWordFile } from '../own-documents/word-elements';
import type { ParsedText } from '../parsed-resume';
import { sourceLinesOf } from '../places/source-lines';
import { readResumeText } from '../resume-text/read-resume-text';
import { readDocxPart, readLinks, readStyles } from './docx';
import { readOdt } from './odt';
import { linesOfParagraphs, type OfficeParagraph } from './paragraphs';
import { readZip } from './zip';

/** Word processors whose files are read. */
export type OfficeKind = 'docx' | 'odt';

const files: Readonly<Record<OfficeKind, RegExp>> = {
  docx: /^word\/(?:document|styles|header\d+|footer\d+|footnotes|endnotes)\.xml$|^word\/_rels\/document\.xml\.rels$/,
  odt: /^(?:content|styles)\.xml$/,
};

/** What kind of document a ZIP archive is by the names of its files; null for another archive. */
export function officeKindOf(bytes: Buffer): OfficeKind | null {
  if (bytes.includes('word/document.xml')) return 'docx';
  return bytes.includes('content.xml') && bytes.includes('mimetype') ? 'odt' : null;
}

function paragraphsOf(kind: OfficeKind, found: ReadonlyMap<string, Buffer>): OfficeParagraph[] {
  const main = found.get(kind === 'docx' ? 'word/document.xml' : 'content.xml');
  if (!main) throw new Error('no text');
  if (kind === 'odt') return readOdt([found.get('styles.xml'), main].filter((part) => part !== undefined));
  const [styles, rels] = [found.get('word/styles.xml'), found.get('word/_rels/document.xml.rels')];
  const known = styles ? readStyles(styles) : new Map();
  const links = rels ? readLinks(rels) : new Map();
  const headers = [...found].filter(([name]) => name.startsWith('word/header')).map(([, part]) => part);
  return [...headers, main].flatMap((part) => readDocxPart(part, known, links));
}

/** The texts of Word beside its pages: what stands at the foot of each, and notes. They are reported, not placed. */
function textsBeside(found: ReadonlyMap<string, Buffer>): Unplaced[] {
  const reported = new Set<string>();
  return [...found].flatMap(([name, part]) => {
    const reason = /^word\/footer/.test(name)
      ? 'line.running'
      : /^word\/(?:foot|end)notes/.test(name)
        ? 'line.note'
        : null;
    if (reason === null) return [];
    return linesOfParagraphs(readDocxPart(part, new Map(), new Map())).flatMap(({ text }, index): Unplaced[] => {
      if (reported.has(text)) return [];
      reported.add(text);
      return [{ pointer: `/${name}/lines/${index + 1}`, value: text, reason }];
    });
  });
}

/**
 * The paragraphs of a file of a word processor, and the texts beside its pages.
 * @throws {ImportFailed} `office`
 */
export async function officeTexts(
  bytes: Buffer,
  kind: OfficeKind,
): Promise<{ paragraphs: OfficeParagraph[]; beside: Unplaced[] }> {
  try {
    const found = await readZip(bytes, (path) => (files[kind].test(path) ? path : null));
    return { paragraphs: paragraphsOf(kind, found.files), beside: kind === 'docx' ? textsBeside(found.files) : [] };
  } catch {
    throw new ImportFailed('office');
  }
}

/**
 * Reads a résumé of a word processor (Office Open XML or OpenDocument): its styles are headings, its tables are read by cells.
 * @throws {ImportFailed} `office`, `office-without-text`
 */
export async function readOffice(bytes: Buffer, kind: OfficeKind): Promise<ParsedText & { maker: Maker | null }> {
  const { paragraphs, beside } = await officeTexts(bytes, kind);
  const lines = linesOfParagraphs(paragraphs);
  if (lines.length === 0) throw new ImportFailed('office-without-text');
  const own = elementsOfOwnWordFile(paragraphs);
  const { resume, unplaced } = own ? readOwnElements(own) : readResumeText([lines]);
  const maker = own ? 'canar' : null;
  return { resume, unplaced: [...unplaced, ...beside], lines: sourceLinesOf(lines, false), maker };
}
