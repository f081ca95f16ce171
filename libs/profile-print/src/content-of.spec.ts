import { designOf, type ProfileDocument } from '@canar/profile-document';
import fc from 'fast-check';
import { contrastWithWhite } from './accent';
import { contentOf } from './content-of';
import { lookOf } from './looks';
import type { Entry } from './content';
import { hindiProfile } from './testing/sample-documents';

function firstEntry(document: ProfileDocument, locale = 'en'): Entry | undefined {
  const section = contentOf(document, locale).sections[0];
  return section?.kind === 'entries' ? section.items[0] : undefined;
}

test.each([
  [{ startDate: '2024' }, ['2024', 'Present']],
  [{ startDate: '2024-05', endDate: '2024-05-31' }, ['May 2024']],
  [{ startDate: '2023-01-15', endDate: '2024' }, ['Jan 2023', '2024']],
  [{ startDate: '2023', endDate: 'ongoing' }, ['2023', 'Present']],
  [{ endDate: '2020' }, ['2020']],
  [{ startDate: 'around Easter' }, ['around Easter', 'Present']],
  [{}, []],
])('formats the period %j as %j', (dates, expected) => {
  expect(firstEntry({ work: [{ position: 'Baker', ...dates }] })?.dates).toEqual(expected);
});

it('prints Hindi words, the owner’s order and titles, and custom sections', () => {
  const content = contentOf(hindiProfile, 'hi-IN');
  expect(content).toMatchObject({ lang: 'hi', region: 'IN' });
  expect(content.sections.map((section) => section.title).slice(0, 3)).toEqual(['कार्य अनुभव', 'व्याख्यान', 'पढ़ाई']);
  expect(firstEntry(hindiProfile, 'hi')?.dates[1]).toBe('वर्तमान');
});

it('leaves out hidden and empty sections and empty items', () => {
  const document: ProfileDocument = {
    work: [{}, { position: ' ' }],
    awards: [{ title: 'Cup' }],
    skills: [{ name: 'Secret' }],
    meta: { canar: { sections: [{ key: 'skills', hidden: true }] } },
  };
  expect(contentOf(document, 'en').sections.map((section) => section.title)).toEqual(['Awards']);
});

it('links an organisation’s name to its address when the link is safe', () => {
  const job = { position: 'Baker', name: 'Oven', url: 'https://oven.example.com' };
  expect(firstEntry({ work: [job] })).toMatchObject({
    title: { href: null },
    facts: [{ text: 'Oven', href: 'https://oven.example.com/' }],
  });
  expect(firstEntry({ work: [{ ...job, url: 'javascript:alert(1)' }] })?.facts[0]).toEqual({
    text: 'Oven',
    href: null,
  });
  expect(firstEntry({ work: [{ ...job, position: '' }] })?.title).toEqual({
    text: 'Oven',
    href: 'https://oven.example.com/',
  });
});

it('removes characters that PDF readers reject, but no joiners of Indic scripts', () => {
  const { name, summary } = contentOf(
    { basics: { name: 'A\u0000n\u00adn\u200ba', summary: 'क्\u200dष\n\nx\ud800' } },
    'en',
  );
  expect(name).toBe('Anna');
  expect(summary.paragraphs).toEqual(['क्\u200dष', 'x\ufffd']);
});

it('titles the PDF of a profile without a name', () => {
  expect(contentOf({}, 'en')).toMatchObject({ name: 'Profile', title: 'Profile' });
  expect(contentOf({ basics: { label: 'Baker' } }, 'en')).toMatchObject({ name: 'Baker', label: '', title: 'Baker' });
});

it('darkens any accent to a readable contrast and picks the text colour on it', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colour, (accent) => {
      const inks = lookOf('classic', designOf({ meta: { canar: { design: { accent } } } })).accent;
      expect(inks.fill).toBe(accent);
      expect(contrastWithWhite(inks.text)).toBeGreaterThanOrEqual(4.5);
      expect(contrastWithWhite(accent) >= 4.5).toBe(inks.on === '#ffffff');
    }),
  );
  const odd = designOf({ meta: { canar: { design: { accent: 'red; #let x' } } } });
  expect(lookOf('classic', odd).accent.fill).toBe('#7c2d2a');
});

it('prefers the document’s design settings to the template’s tokens', () => {
  const design = { font: 'sans', spacing: 'airy', columns: 'two', photo: 'round', paper: 'letter', accent: '#abc' };
  expect(lookOf('classic', designOf({ meta: { canar: { design } } }))).toMatchObject({
    titles: 'Source Sans 3',
    text: 'Source Sans 3',
    columns: 2,
    photo: 'round',
    paper: 'us-letter',
    accent: { fill: '#aabbcc' },
  });
});

it.each([
  ['ar', 'Mona', true],
  ['en', 'منى', true],
  ['en', 'Mona منى', false],
])('sets the page of locale %s and name %s from right to left: %s', (locale, name, rtl) => {
  expect(contentOf({ basics: { name } }, locale).rtl).toBe(rtl);
});

it('prints or reports every character of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, locale) => {
      const content = contentOf({ basics: { name: text }, work: [{ position: text, summary: text }] }, locale);
      expect(JSON.stringify(content)).not.toMatch(/\\u0000|\\ud[89a-f]/);
      expect(content.lang).toMatch(/^[a-z]{2,3}$/);
    }),
  );
});
