import fc from 'fast-check';

/** Texts that are instructions to somebody: browsers, the typesetter, terminals, databases, readers of CSV and vCards. */
const orders = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</title></style></textarea><img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)" x="',
  "' autofocus onfocus=alert(1) '",
  '<!--<script>',
  '<svg/onload=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  '#sys.exit()',
  '#read("/etc/passwd")',
  '#import "@preview/cetz:0.3.0": *',
  '#while true {}',
  '"); panic("x',
  '$ integral_0^oo $ = Heading <label> @reference \\ #pagebreak()',
  "'; DROP TABLE profiles.profiles; --",
  'END:VCARD\r\nBEGIN:VCARD\r\nFN:Mallory',
  '=cmd|calc!A1',
  '../../../../etc/passwd',
];

/** Texts that are hard to draw, to measure or to break into lines. */
const shapes = [
  '\u202e\u2066gnirts',
  '\u200b\u200d\u2060\ufeff',
  '👩‍👩‍👧‍👦🏳️‍🌈🇮🇳👍🏽',
  'Z̸̢͇̈́a̷̛͓l̴̰̿g̵̙̈́o̶̲͋',
  'e\u0301'.repeat(60),
  '\u0915\u094d'.repeat(40),
  '\u0001\u0007\u001b[31m\u007f\u0085',
  '\n'.repeat(40),
  'x'.repeat(900),
  '\ufdd0\uffff\u{10ffff}',
  '𝕳𝖊𝖑𝖑𝖔 ﷽ ᠮᠣᠩᠭᠣᠯ',
];

/** Texts that no document may hold. */
const forbidden = ['a\u0000b', '\ud800', '\udfff\ud800', 'y'.repeat(20_001)];

/** Links that run, embed, lead elsewhere or lead nowhere. */
const links = [
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'vbscript:x',
  'data:text/html,<script>',
  'file:///etc/passwd',
  'blob:https://x/y',
  '//evil.example',
  'http://[::1',
  'https://user:pass@example.com/',
  'https://example.com/"onclick="alert(1)',
  'mailto:a@b.example?subject=%0aBcc:c@d.example',
  'https://ex\u202eample.com',
];

const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...orders) },
  { weight: 5, arbitrary: fc.constantFrom(...shapes) },
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);
const mixedText = fc.oneof(
  { weight: 60, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...forbidden, 7, null, true, [], {}, ['x']) },
);
const link = fc.oneof({ weight: 2, arbitrary: text }, { weight: 1, arbitrary: fc.constantFrom(...links.slice(7)) });
const anyLink = fc.oneof({ weight: 30, arbitrary: link }, { weight: 1, arbitrary: fc.constantFrom(...links) });
const texts = fc.array(mixedText, { maxLength: 3 });
const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 2 });

const position = fc.record(
  {
    position: mixedText,
    name: mixedText,
    url: anyLink,
    startDate: text,
    endDate: text,
    summary: text,
    highlights: texts,
  },
  { requiredKeys: [] },
);
const ours = fc.record(
  {
    sections: few(fc.record({ key: fc.constantFrom('work', 'skills', 'custom-x', '__proto__'), title: text })),
    custom: few(
      fc.record({ key: fc.constantFrom('custom-x', 'custom-y'), title: text, items: few(fc.record({ name: text })) }),
    ),
    design: fc.record({ accent: fc.oneof(text, fc.constant('red}</style><script>alert(1)</script>')) }),
    locale: fc.oneof(text, fc.constantFrom('en', 'hi', '"><script>')),
  },
  { requiredKeys: [] },
);

/** Profile documents by somebody who means ill, as the JSON that is sent; most keep to the document's schema. */
const hostile = fc
  .record(
    {
      basics: fc.record({ name: mixedText, label: text, email: text, phone: text, url: anyLink, summary: text }),
      work: few(position),
      skills: few(fc.record({ name: mixedText, level: text, keywords: texts })),
      references: few(fc.record({ name: text, reference: text })),
      meta: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.record({ canar: ours }) }),
      'x-<script>': text,
    },
    { requiredKeys: ['basics'] },
  )
  .map((document) => JSON.stringify(document));

const inside = (open: string, depth: number, close: string) => open.repeat(depth) + '1' + close.repeat(depth);

/** Documents that are hostile by their size or by being no JSON; each of them must be refused. */
export const monsters: readonly string[] = [
  JSON.stringify({ work: Array.from({ length: 10_000 }, (_, index) => ({ position: `${index}` })) }),
  JSON.stringify({ basics: { summary: 'x'.repeat(600_000) } }),
  JSON.stringify({ basics: { summary: 'x'.repeat(3_000_000) } }),
  JSON.stringify({ ['k'.repeat(100_000)]: 1 }),
  JSON.stringify(
    Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`k${index}`, 'some text of a field'])),
  ),
  inside('{"x":', 5_000, '}'),
  `{"x":${inside('[', 50_000, ']')}}`,
  '{"__proto__":{"admin":true}}',
  '{"basics":{"constructor":{"prototype":{"x":1}}}}',
  '{"basics":{"name":"\u0001"}}',
  '{"basics":',
  '1e999',
];

/** The same thousand-odd documents in every run. */
export function hostileDocuments(count: number): string[] {
  return fc.sample(hostile, { numRuns: count, seed: 4 });
}
