import type { ProfileDocument } from '@canar/profile-document';
import { type ImportedResume, ResumeImporter } from '@canar/profile-import';
import { PdfTextReader } from '@canar/profile-import/testing';
import { contentOf, ProfilePrinter, type PrintTemplate, printTemplates } from '@canar/profile-print';
import { wordOf } from './formats/word';
import { fortyFields, fortyFieldsLanguages } from './testing/forty-fields';

let printer: ProfilePrinter;
beforeAll(() => {
  printer = new ProfilePrinter({ startMs: 240_000, wallMs: 240_000 });
});
afterAll(() => printer.close());

const importer = new ResumeImporter(new PdfTextReader());

async function importPdf(language: string, template: PrintTemplate): Promise<ImportedResume> {
  const { pdf } = await printer.print({ document: fortyFields(language), template, locale: language });
  return importer.file(Buffer.from(pdf));
}

/** Every text of a document with its place; the language and the keys of own sections are not printed. */
function fieldsOf(value: unknown, place = ''): string[] {
  if (typeof value === 'string') return /\/(?:locale|key)$/.test(place) ? [] : [`${place} ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => fieldsOf(inner, `${place}/${name}`));
}

/** The harmonic mean of precision and recall over all fields. */
function f1(expected: ProfileDocument, { document }: ImportedResume): number {
  const [wanted, read] = [fieldsOf(expected), fieldsOf(document)];
  return (2 * wanted.filter((field) => read.includes(field)).length) / (wanted.length + read.length);
}

const latin = ['en', 'de', 'fr', 'es', 'pl'];
/** The words of Hebrew are read one by one; no reader keeps the order of Arabic letters. */
const unread = ['he', 'ar'];
const others = fortyFieldsLanguages.filter((language) => !latin.includes(language) && !unread.includes(language));

describe('our own PDF', () => {
  it.each(printTemplates)('comes back with each of its fields from the template %s', async (template) => {
    const document = fortyFields('en');
    expect(fieldsOf(document).length).toBeGreaterThan(90);
    const imported = await importPdf('en', template);
    expect(imported.maker).toBe('canar');
    expect(fieldsOf(imported.document).sort()).toEqual(fieldsOf(document).sort());
    expect(imported.unplaced.filter(({ reason }) => reason !== 'line.running')).toEqual([]);
  });

  it.each([...latin.slice(1), ...others])('comes back with each of its fields in the language %s', async (language) => {
    const imported = await importPdf(language, 'classic');
    expect(fieldsOf(imported.document).sort()).toEqual(fieldsOf(fortyFields(language)).sort());
  });

  it.each([
    ['de', 1],
    ['hi', 1],
    ['zh', 1],
    ['ko', 0.97],
  ])('comes back from two columns in the language %s with F1 of at least %d', async (language, minimum) => {
    expect(f1(fortyFields(language), await importPdf(language, 'creative'))).toBeGreaterThanOrEqual(minimum);
  });
});

describe('our own Word file', () => {
  it.each(fortyFieldsLanguages)('comes back with each of its fields in the language %s', async (language) => {
    const document = fortyFields(language);
    const imported = await importer.file(await wordOf(contentOf(document, language)));
    expect([imported.source, imported.maker]).toEqual(['docx', 'canar']);
    expect(fieldsOf(imported.document).sort()).toEqual(fieldsOf(document).sort());
  });
});
