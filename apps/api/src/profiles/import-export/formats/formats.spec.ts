import { importJsonResume } from '@canar/profile-document';
import { contentOf } from '@canar/profile-print';
import { inflateRawSync } from 'node:zlib';
import { markdownOf } from './markdown';
import { wordOf } from './word';

// Its texts are plain: signs of Markdown in them mean themselves.
const { document } = importJsonResume(
  {
    basics: { name: 'Mina *Iyer*', label: 'Engineer', email: 'mina@example.com', summary: '1. First, not a list' },
    work: [
      { position: 'Lead', name: 'Oven', url: 'https://oven.example.com', startDate: '2020', highlights: ['- baked'] },
    ],
    skills: [{ name: 'Baking', level: 'Master', keywords: ['Bread', 'Cake'] }],
    references: [{ name: 'Ann', reference: 'Good <b>bread</b>.' }],
  },
  false,
);
const content = contentOf(document, 'en');

/** The main part of a Word file: its entry is deflated and says its size in the central directory. */
function mainPart(file: Buffer): string {
  for (let at = file.indexOf('PK\u0001\u0002'); at >= 0; at = file.indexOf('PK\u0001\u0002', at + 4)) {
    const name = file.toString('utf8', at + 46, at + 46 + file.readUInt16LE(at + 28));
    if (name !== 'word/document.xml') continue;
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    return inflateRawSync(file.subarray(start, start + file.readUInt32LE(at + 20))).toString('utf8');
  }
  throw new Error('There is no main part');
}

it('escapes every text in Markdown', () => {
  const text = markdownOf(content);
  expect(text).toContain('# Mina \\*Iyer\\*\n\n**Engineer**\n\n[mina@example.com](<mailto:mina@example.com>)');
  expect(text).toContain(
    '\n\n1\\. First, not a list\n\n## Experience\n\n### Lead\n\n[Oven](<https://oven.example.com/>) · 2020 – Present\n\n- \\- baked',
  );
  expect(text).toContain('- **Baking** – Master: Bread, Cake');
  expect(text).toContain('> Good \\<b\\>bread\\</b\\>.\n\n— Ann');
});

it('writes headings, lists and links of a Word file in the order of the profile', async () => {
  const xml = mainPart(await wordOf(content));
  const texts = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text);
  expect(texts.join('|')).toMatch(
    /^Mina \*Iyer\*\|Engineer\|mina@example.com\|1\. First.*Lead\|Oven\|.*- baked.*Baking/,
  );
  expect([...xml.matchAll(/w:val="(Heading\d)"/g)].map(([, style]) => style).slice(0, 3)).toEqual([
    'Heading1',
    'Heading2',
    'Heading3',
  ]);
  expect(xml).toContain('<w:hyperlink');
  expect(xml).toContain('Good &lt;b&gt;bread&lt;/b&gt;.');
});
