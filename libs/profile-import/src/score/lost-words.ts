import { findPeriod } from '@canar/profile-document';
import { layoutOf } from '../layout/layout';
import type { TextLine, TextPage } from '../layout/page';
import { isOtherHeading, sectionOfHeading, sectionOfParts } from '../headings/headings';
import type { ImportedResume } from '../resume-importer';
import { isLabelCell } from '../resume-text/contact';
import { isDuration } from '../resume-text/words';

const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{M}]{2,}/gu) ?? [];

/** Words that stand for a field or are written in another form: labels before values, heads of tables, names of countries. */
const labels = new Set(
  wordsOf(`Email address Phone number Address Home Mobile LinkedIn Personal at in on by and of Skills Courses Major courses Awarded
  Published Other language MOTHER TONGUE Degree Institute Year CGPA City Country Website Twitter SoundCloud Spain United States US India
  www http https com Highlights Web Mail Telefon Telefoon Téléphone Courriel Teléfono Correo Telefone Kingdom Poland ईमेल फ़ोन 電話 メール`).map(
    (word) => word.toLowerCase(),
  ),
);

/** The first cells of two lines as one text, as a period that was broken in its column is; each line is the first or the second. */
function wrappedWith(line: TextLine, before: TextLine | undefined, after: TextLine | undefined): string[] {
  const below = (one: TextLine, other: TextLine): string[] =>
    Math.abs(one.x - other.x) < 3 ? [`${one.parts[0] ?? ''} ${other.parts[0] ?? ''}`] : [];
  return [...(before ? below(before, line) : []), ...(after ? below(line, after) : [])];
}

/** The words of a line that a résumé does not hold as words: a heading, the words of a date, a length of time. */
function spoken({ text, parts, cells }: TextLine, wrapped: readonly string[]): Set<string> {
  const named = cells.filter((cell, index) => isLabelCell(cell, cells[index + 1])).map((cell) => cell.text);
  const headings = [text, ...parts].filter(
    (part) => (sectionOfHeading(part) ?? sectionOfParts(part)) !== null || isOtherHeading(part),
  );
  const dates = [text, ...parts, ...wrapped].flatMap((part) => {
    const found = findPeriod(part);
    return found ? [part.slice(found.start, found.end), ...part.split(/[()]/).filter(isDuration)] : [];
  });
  const lengths = [...parts, ...text.split(/[()]/)].filter(isDuration);
  return new Set([...named, ...headings, ...dates, ...lengths].flatMap(wordsOf));
}

/** The lines of a PDF, running ones with them. */
export function linesOfPages(pages: readonly TextPage[]): TextLine[] {
  const { flows, running } = layoutOf(pages);
  return [...flows.flat(), ...running];
}

/** Whether a page may have put a word in capitals that a field holds otherwise, such as an address. */
const isInCapitals = (word: string): boolean => !/\p{Ll}/u.test(word);

/** The words of the lines of a file that its import neither places nor reports. */
export function lostWords(lines: readonly TextLine[], { document, unplaced }: ImportedResume): string[] {
  const said = JSON.stringify([document, unplaced]).normalize('NFC');
  const anyCase = said.toLowerCase();
  const joined = said.replace(/[\s-]+/g, '');
  return lines.flatMap((line, index) => {
    const known = spoken(line, wrappedWith(line, lines[index - 1], lines[index + 1]));
    return wordsOf(line.text).filter(
      (word) =>
        !(isInCapitals(word) ? anyCase.includes(word.toLowerCase()) : said.includes(word)) &&
        !joined.includes(word) &&
        !known.has(word) &&
        !labels.has(word.toLowerCase()),
    );
  });
}
