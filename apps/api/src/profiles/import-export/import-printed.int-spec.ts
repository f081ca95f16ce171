import { readFileSync } from 'node:fs';
import { ResumeImporter } from '@canar/profile-import';
import { PdfTextReader } from '@canar/profile-import/testing';
import { ProfilePrinter, printTemplates } from '@canar/profile-print';
import type { ProfileDocument } from '@canar/profile-document';

let printer: ProfilePrinter;
beforeAll(() => {
  printer = new ProfilePrinter({ startMs: 240_000, wallMs: 240_000 });
});
afterAll(() => printer.close());

const importer = new ResumeImporter(new PdfTextReader());

const samples = [
  'sample.resume',
  'examples/senior-engineer.resume',
  'examples/new-grad.resume',
  'examples/career-changer.resume',
];

/** Every text that a page shows as it stands; dates and links are written differently. */
function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return /date$|url|image|countryCode/i.test(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((entry) => textsOf(entry));
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, entry]) => textsOf(entry, name))
    : [];
}

describe.each(samples)('a PDF of ours of %s', (name) => {
  const document = JSON.parse(
    readFileSync(require.resolve(`@jsonresume/schema/${name}.json`), 'utf8'),
  ) as ProfileDocument;

  it.each(printTemplates)(
    'imports "%s" with its person, positions and at least 95 % of its texts',
    async (template) => {
      const { pdf } = await printer.print({ document, template, locale: 'en' });
      const imported = await importer.file(Buffer.from(pdf));
      const { name: person, email, phone } = document.basics ?? {};
      expect(imported.document.basics).toMatchObject({ name: person, email, phone });
      const positions = (of: ProfileDocument) => of.work?.map(({ name: company, position }) => [company, position]);
      expect(positions(imported.document)).toEqual(positions(document));
      const said = JSON.stringify([imported.document, imported.unplaced]);
      const { basics, meta: _meta, $schema: _schema, ...sections } = document;
      const texts = textsOf([basics, sections]);
      const whole = texts.filter((text) => said.includes(JSON.stringify(text).slice(1, -1)));
      expect(whole.length / texts.length).toBeGreaterThanOrEqual(0.95);
    },
  );
});
