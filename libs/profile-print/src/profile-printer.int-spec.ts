import type { ProfileDocument } from '@canar/profile-document';
import { fortyPositions, hindiProfile, hostileProfile, hostileTexts, schemaSample } from './testing/sample-documents';
import { scriptSamples } from './testing/script-samples';
import { PdfReader, plainText, type ReadPdf, roles } from './testing/read-pdf';
import { patientMs } from './testing/over-its-limit';
import { looks } from './looks';
import { printTemplates } from './print-job';
import { ProfilePrinter } from './profile-printer';

let printer: ProfilePrinter;
let reader: PdfReader;

beforeAll(() => {
  printer = new ProfilePrinter({ startMs: patientMs, wallMs: patientMs, cpuMs: patientMs });
  reader = new PdfReader();
});
afterAll(async () => {
  await printer.close();
  reader.close();
});

function textsInOrder(text: string, expected: readonly string[]): string[] {
  let from = 0;
  return expected.filter((wanted) => {
    const at = text.indexOf(wanted, from);
    if (at >= 0) from = at + wanted.length;
    return at < 0;
  });
}

function said(document: ProfileDocument): string[] {
  return [document.basics?.name ?? '', ...(document.work ?? []).map((job) => job.position ?? '')];
}

describe.each(printTemplates)('the template %s', (template) => {
  const read = async (document: ProfileDocument, locale = 'en'): Promise<ReadPdf> =>
    reader.read((await printer.print({ document, template, locale })).pdf);

  test.each(['sample', 'career-changer', 'new-grad', 'senior-engineer'] as const)(
    'prints the name and every job of %s in order, as a tagged PDF/UA-1',
    async (name) => {
      const document = schemaSample(name);
      const { pdf, accessible, unsupportedGlyphs, pages } = await printer.print({ document, template, locale: 'en' });
      const found = await reader.read(pdf);
      expect(textsInOrder(plainText(found), said(document))).toEqual([]);
      expect({ accessible, unsupportedGlyphs, pages }).toEqual({
        accessible: true,
        unsupportedGlyphs: [],
        pages: found.pages.length,
      });
      expect(found.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
      expect(found.marked?.Marked).toBe(true);
    },
  );

  it('sets title, author, language and tagged headings', async () => {
    const found = await read(schemaSample('sample'), 'en-IN');
    expect(found.info).toMatchObject({
      Title: 'Richard Hendriks – Programmer',
      Author: 'Richard Hendriks',
      Language: 'en-IN',
    });
    const headings = roles(found.pages[0]?.structure ?? null).filter((role) => /^H\d$/.test(role));
    expect(headings.slice(0, 4)).toEqual(['H1', 'H2', 'H3', 'H2']);
  });

  it('links mail, telephone and web addresses and nothing else', async () => {
    const links = (await read(schemaSample('sample'))).pages.flatMap((page) => page.links);
    expect(links).toEqual(expect.arrayContaining(['mailto:richard.hendriks@mail.com', 'tel:9125554321']));
    expect(links).toContain('https://soundcloud.example.com/dandymusicnl');
    expect((await read(hostileProfile)).pages.flatMap((page) => page.links)).toEqual([]);
  });

  it('writes Hindi that pdf.js reads letter by letter', async () => {
    const { readability } = await printer.print({ document: hindiProfile, template, locale: 'hi' });
    expect(readability).toEqual({ share: 100, unread: [] });
  });

  it('prints forty positions in order, with name and page number on later pages', async () => {
    const found = await read(fortyPositions);
    expect(textsInOrder(plainText(found), said(fortyPositions))).toEqual([]);
    expect(found.pages.length).toBeGreaterThan(3);
    found.pages.slice(1).forEach((page, index) => {
      expect(page.text).toContain(`Page ${index + 2} of ${found.pages.length}`);
      expect(page.text).not.toMatch(/(Position \d+ of many|Company [A-Z])\s*Aurelio Forty\s*Page/);
    });
    expect(found.pages[0]?.text).not.toContain('Page 1');
  });

  it('prints markup, paths and imports as plain text', async () => {
    const text = plainText(await read(hostileProfile));
    expect(textsInOrder(text, ['#panic("name")', ...hostileTexts])).toEqual([]);
    expect(text).not.toContain('root:');
  });
});

test.each(Object.entries(scriptSamples))(
  'reads every text in the language %s back exactly',
  async (locale, summary) => {
    const document = { basics: { name: 'Kavin', summary }, work: [{ position: summary, highlights: [summary] }] };
    const printed = await printer.print({ document, template: 'executive', locale });
    expect(printed).toMatchObject({ accessible: true, unsupportedGlyphs: [], readability: { share: 100, unread: [] } });
  },
);

it('prints Arabic and Hebrew and reports that pdf.js reads them out of order', async () => {
  const document = { basics: { name: 'مهندسة برمجيات', summary: 'מהנדסת תוכנה בתל אביב' } };
  const { accessible, readability } = await printer.print({ document, template: 'classic', locale: 'ar' });
  expect(accessible).toBe(true);
  expect(readability.share).toBeLessThan(100);
});

it('prints numbers and addresses unchanged on a page from right to left', async () => {
  const document = {
    basics: { name: 'منى عبد الرحمن', phone: '+91 98450 12345', location: { address: '88 Harrison Street, Unit 14' } },
    skills: [{ name: 'لغات', keywords: ['C++', 'Node.js (v20+)'] }],
  };
  for (const template of printTemplates) {
    const { readability } = await printer.print({ document, template, locale: 'ar' });
    const latin = ['+91 98450 12345', '88 Harrison Street, Unit 14', 'C++', 'Node.js (v20+)'];
    expect(latin.filter((text) => readability.unread.includes(text))).toEqual([]);
  }
});

const hangingScripts = ['hi', 'ta', 'te', 'bn', 'gu', 'pa', 'kn', 'ml'] as const;

test.each(hangingScripts)('leaves room for descenders of the language %s', async (locale) => {
  const document = { basics: { summary: `${scriptSamples[locale]} `.repeat(12) }, work: [] };
  const { pdf } = await printer.print({ document, template: 'compact', locale });
  const lines = (await reader.read(pdf)).pages[0]?.lines.slice(1) ?? [];
  const feet = [...new Set(lines.map(({ y }) => y))];
  const pitches = feet.slice(1).map((y, index) => ((feet[index] ?? 0) - y) / (lines[0]?.size ?? 0));
  expect(pitches.length).toBeGreaterThan(1);
  expect(Math.min(...pitches)).toBeGreaterThan(1.45);
});

it('sets all scripts of a line on one baseline', async () => {
  const { pdf } = await printer.print({ document: hindiProfile, template: 'compact', locale: 'hi' });
  const lines = (await reader.read(pdf)).pages[0]?.lines ?? [];
  const footOf = (part: string) => lines.find(({ text }) => text.includes(part))?.y;
  expect(footOf('meenakshi.example.com')).toBeDefined();
  expect(footOf('कर्नाटक')).toBe(footOf('meenakshi.example.com'));
});

it('prints the same bytes for the same data, also in another child', async () => {
  const request = { document: hindiProfile, template: 'modern', locale: 'hi' } as const;
  const first = await printer.print(request);
  await printer.print({ ...request, document: fortyPositions });
  const again = await printer.print(request);
  const other = new ProfilePrinter({ startMs: patientMs, wallMs: patientMs, cpuMs: patientMs });
  const elsewhere = await other.print(request);
  await other.close();
  expect(Buffer.compare(first.pdf, again.pdf)).toBe(0);
  expect(Buffer.compare(first.pdf, elsewhere.pdf)).toBe(0);
});

it.each([
  ['en', 'Draft'],
  ['hi', 'मसौदा'],
] as const)('says at the foot of each page of a draft in %s that it is one', async (locale, word) => {
  const request = { document: fortyPositions, template: 'classic', locale } as const;
  const draft = await printer.print({ ...request, isDraft: true });
  expect(draft).toMatchObject({ accessible: true, readability: { share: 100 } });
  const { pages } = await reader.read(draft.pdf);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.filter(({ text }) => !text.includes(word))).toEqual([]);
  expect(plainText(await reader.read((await printer.print(request)).pdf))).not.toContain(word);
});

it.each(printTemplates)('prints emoji, symbols and signs of typists in the template %s', async (template) => {
  const document = {
    basics: {
      name: 'Kavin 🚀 Rao',
      label: 'Planner 🧑‍💻 👍🏽 🇮🇳',
      summary: '■ ● ► ✓ ➢ ★ ☆ ☎ ✉ ♥ ⇒ → and keycap 1️⃣, ½ ⅓ € ₹ ₿',
    },
    work: [{ position: 'Lead', highlights: ['📈 Raised sales', '🛠️🔧 Fixed tools'] }],
  };
  const printed = await printer.print({ document, template, locale: 'en' });
  expect(printed).toMatchObject({ accessible: true, unsupportedGlyphs: [], readability: { share: 100, unread: [] } });
});

it.each(printTemplates)('prints Greek, Cyrillic and Vietnamese in the template %s', async (template) => {
  const summary = 'Ελληνικά Русский Nguyễn Thị Ánh Łódź Čeština ẞ';
  const printed = await printer.print({ document: { basics: { name: summary, summary } }, template, locale: 'en' });
  expect(printed).toMatchObject({ unsupportedGlyphs: [], readability: { share: 100, unread: [] } });
});

it('leaves out characters without a glyph, prints no boxes for them and reports them', async () => {
  const document = {
    basics: { name: 'Kavin \u{1f9ff}\u{e0fff}', summary: 'ᠮᠣᠩᠭᠣᠯ and hello', label: 'ᠮᠣᠩ' },
    skills: [{ name: 'Languages', keywords: ['ᠮᠣᠩ', 'English'] }],
  };
  const printed = await printer.print({ document, template: 'classic', locale: 'en' });
  expect(printed.accessible).toBe(true);
  expect(printed.unsupportedGlyphs).toContain('ᠮ');
  expect(printed.unsupportedGlyphs.join('')).not.toMatch(/[A-Za-z ]/);
  const text = plainText(await reader.read(printed.pdf));
  expect(text).toContain('and hello');
  expect(text).toContain('Languages: English');
  expect(text).not.toMatch(/[ᠮᠣᠩ]/);
});

it.each(printTemplates)('prints the whole of a long name and of long words in the template %s', async (template) => {
  const edge = 595.3 - looks[template].margin.x * (72 / 25.4);
  for (const length of [28, 44, 80]) {
    const word = `Wolfe${'schlegelsteinhausenbergerdor'.repeat(3)}`.slice(0, length);
    const document = { basics: { name: `Mina ${word}` }, skills: [{ name: word, keywords: [word] }] };
    for (const one of [document, { ...document, basics: { name: word }, work: [{ name: 'Acme' }] }]) {
      const { pdf, readability } = await printer.print({ document: one, template, locale: 'en' });
      expect(readability).toEqual({ share: 100, unread: [] });
      expect((await reader.read(pdf)).pages[0]?.reach).toBeLessThanOrEqual(edge + 0.5);
    }
  }
});

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test.each(printTemplates)('prints the photo in the template %s, in both directions of writing', async (template) => {
  for (const locale of ['en', 'ar']) {
    const request = { document: { basics: { name: 'Mina' } }, template, locale } as const;
    const { pdf } = await printer.print({ ...request, photo: { bytes: pixel, format: 'png' } });
    expect(roles((await reader.read(pdf)).pages[0]?.structure ?? null)).toContain('Figure');
  }
});

it('prints a photo with a text alternative and rejects a broken photo', async () => {
  const request = { document: schemaSample('new-grad'), template: 'modern', locale: 'en' } as const;
  const printed = await printer.print({ ...request, photo: { bytes: pixel, format: 'png' } });
  expect(printed.accessible).toBe(true);
  expect(roles((await reader.read(printed.pdf)).pages[0]?.structure ?? null)).toContain('Figure');
  const broken = printer.print({ ...request, photo: { bytes: pixel.subarray(0, 30), format: 'png' } });
  await expect(broken).rejects.toMatchObject({ code: 'print.failed' });
  await expect(printer.print(request)).resolves.toMatchObject({ accessible: true });
});

it('prints an empty document', async () => {
  await expect(printer.print({ document: {}, template: 'classic', locale: 'not a tag' })).resolves.toMatchObject({
    pages: 1,
  });
});
