import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { limits } from '../schema/limits';
import { parseDocument } from './parse-document';
import { documents } from '../testing/documents';

const errorsOf = (value: unknown): string[] => {
  const parsed = parseDocument(value);
  return parsed.ok ? [] : parsed.errors.map((error) => `${error.pointer} ${error.code}`);
};

const samples = [
  'sample.resume',
  'examples/senior-engineer.resume',
  'examples/new-grad.resume',
  'examples/career-changer.resume',
];

describe('parseDocument accepts', () => {
  it.each(samples)('accepts the sample %s without warnings', (name) => {
    const sample: unknown = JSON.parse(readFileSync(require.resolve(`@jsonresume/schema/${name}.json`), 'utf8'));
    const copy: unknown = structuredClone(sample);
    expect(parseDocument(sample)).toEqual({ ok: true, document: copy, warnings: [] });
  });

  it('accepts any document of the right shape and returns the same value', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const parsed = parseDocument(document);
        expect(parsed.ok && parsed.document).toBe(document);
      }),
    );
  });

  it('accepts forbidden schemes in prose', () => {
    expect(errorsOf({ basics: { summary: 'data: I like it. javascript: too' }, skills: [{ name: 'file:' }] })).toEqual(
      [],
    );
  });
});

describe('parseDocument refuses', () => {
  it.each([null, undefined, [], 'text', 7, true, () => 1])('rejects %p, which is not an object', (value) => {
    expect(errorsOf(value)).toEqual([' document.not-an-object']);
  });

  it.each([
    [{ basics: [] }, '/basics type.expected-object'],
    [{ work: {} }, '/work type.expected-array'],
    [{ work: [{}, 'x'] }, '/work/1 type.expected-object'],
    [{ basics: { name: 7 } }, '/basics/name type.expected-string'],
    [{ work: [{ highlights: 'one' }] }, '/work/0/highlights type.expected-array'],
    [{ meta: { canar: { hidden: 'x' } } }, '/meta/canar/hidden type.expected-array'],
    [{ meta: { canar: { custom: [{ key: 'work' }] } } }, '/meta/canar/custom/0/key value.invalid'],
    [{ basics: { name: null } }, '/basics/name type.expected-string'],
  ])('rejects the wrong shape %j', (value, error) => {
    expect(errorsOf(value)).toEqual([error]);
  });

  it.each([
    [{ basics: { name: 'a\u0000b' } }, '/basics/name text.nul'],
    [{ basics: { name: 'a\ud800b' } }, '/basics/name text.lone-surrogate'],
    [{ 'x/y~z': '\udc00' }, '/x~1y~0z text.lone-surrogate'],
    [{ work: [{ '\u0000': 1 }] }, '/work/0 key.unreadable'],
    [JSON.parse('{"x":{"__proto__":{"admin":true}}}'), '/x key.forbidden'],
    [{ x: 'y'.repeat(limits.text + 1) }, '/x text.too-long'],
    [{ basics: { name: 'y'.repeat(limits.line + 1) } }, '/basics/name text.too-long'],
    [{ ['k'.repeat(limits.key + 1)]: 1 }, ' key.too-long'],
    [{ work: Array.from({ length: limits.items + 1 }, () => ({})) }, '/work array.too-long'],
    [{ x: Number.NaN }, '/x value.not-json'],
    [{ x: 10n }, '/x value.not-json'],
    [{ x: [undefined] }, '/x/0 value.not-json'],
  ])('rejects unreadable or oversized values (case %#)', (value, error) => {
    expect(errorsOf(value)).toEqual([error]);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript\r:alert(1)',
    '\u0001javascript:alert(1)',
    '\u200bjavascript:alert(1)',
    '\u00a0vbscript:x',
    'data:text/html,x',
    'DATA:image/svg+xml;base64,x',
    'blob:https://a.example/1',
    'file:///etc/passwd',
  ])('rejects the link %j in every field with links', (link) => {
    expect(errorsOf({ basics: { url: link } })).toEqual(['/basics/url url.forbidden-scheme']);
    expect(errorsOf({ basics: { image: link } })).toEqual(['/basics/image url.forbidden-scheme']);
    expect(errorsOf({ work: [{ url: link }] })).toEqual(['/work/0/url url.forbidden-scheme']);
    expect(errorsOf({ basics: { profiles: [{ url: link }] } })).toEqual([
      '/basics/profiles/0/url url.forbidden-scheme',
    ]);
    expect(errorsOf({ meta: { canonical: link } })).toEqual(['/meta/canonical url.forbidden-scheme']);
    expect(errorsOf({ 'x-links': { code: [link] } })).toEqual(['/x-links/code/0 url.forbidden-scheme']);
    expect(errorsOf({ meta: { canar: { custom: [{ key: 'custom-a', items: [{ url: link }] }] } } })).toEqual([
      '/meta/canar/custom/0/items/0/url url.forbidden-scheme',
    ]);
  });
});

describe('parseDocument measures', () => {
  const sized = (bytes: number): unknown => {
    const filler = 'é"\n€😀'.repeat(1000);
    const document: Record<string, string> = {};
    const size = (): number => Buffer.byteLength(JSON.stringify(document));
    for (let n = 0; size() + 16_000 < bytes; n += 1) document[`x${n}`] = filler;
    document.rest = '';
    for (let n = 0; size() < bytes; n += 1)
      document[`z${n}`] = 'a'.repeat(Math.max(0, Math.min(15_000, bytes - size() - 8)));
    document.rest = 'b'.repeat(Math.max(0, bytes - size()));
    return document;
  };

  it('measures the bytes of the JSON exactly', () => {
    const fits = sized(limits.bytes - 40) as Record<string, string>;
    const room = limits.bytes - Buffer.byteLength(JSON.stringify(fits));
    fits.rest = `${fits.rest}${'c'.repeat(room)}`;
    expect(Buffer.byteLength(JSON.stringify(fits))).toBe(limits.bytes);
    expect(errorsOf(fits)).toEqual([]);
    expect(errorsOf({ ...fits, rest: `${fits.rest}c` })).toEqual([' document.too-large']);
  });

  it('accepts the maximum depth and rejects one more level', () => {
    const nested = (depth: number): unknown => (depth === 1 ? {} : { x: nested(depth - 1) });
    expect(errorsOf(nested(limits.depth))).toEqual([]);
    expect(errorsOf(nested(limits.depth + 1))).toEqual([`${'/x'.repeat(limits.depth)} document.too-deep`]);
  });

  it('rejects hostile values without overflowing the stack', () => {
    let deep: unknown = [];
    for (let n = 0; n < 200_000; n += 1) deep = [deep];
    expect(errorsOf({ deep })).toHaveLength(1);
    expect(errorsOf({ work: new Array(5_000_000).fill(1) })).toEqual(['/work array.too-long']);
    const loop: Record<string, unknown> = {};
    loop.again = loop;
    expect(errorsOf(loop)).toHaveLength(1);
    const wrong = { work: Array.from({ length: 500 }, () => ({ highlights: new Array(400).fill(1) })) };
    expect(errorsOf(wrong).length).toBeLessThanOrEqual(limits.errors);
  });
});

describe('parseDocument warns', () => {
  const warningsOf = (value: unknown): string[] => {
    const parsed = parseDocument(value);
    return parsed.ok ? parsed.warnings.map((warning) => `${warning.pointer} ${warning.code}`) : ['refused'];
  };

  it('warns about unfinished values and leaves them as typed', () => {
    const typed = {
      basics: { email: 'mina@', url: 'http://', profiles: [{ url: 'github.com/mina' }, { url: 'htt' }] },
      work: [
        { startDate: '2024-13', endDate: 'Present' },
        { startDate: '2024-05', endDate: '2023' },
      ],
      awards: [{ date: 'May 2020' }, { date: '2023-02-29' }],
      meta: { canar: { custom: [{ key: 'custom-talks', items: [{ date: '20' }] }] } },
    };
    expect(warningsOf(typed)).toEqual([
      '/basics/email email.unfinished',
      '/basics/url url.unfinished',
      '/basics/profiles/0/url url.scheme-missing',
      '/basics/profiles/1/url url.unfinished',
      '/work/0/startDate date.unfinished',
      '/work/1/endDate date.order',
      '/awards/0/date date.unfinished',
      '/awards/1/date date.unfinished',
      '/meta/canar/custom/0/items/0/date date.unfinished',
    ]);
  });

  it('gives no warning about empty fields', () => {
    expect(warningsOf({ basics: { email: '', url: ' ' }, work: [{ startDate: '', endDate: '' }] })).toEqual([]);
  });

  it(`returns at most ${limits.warnings} warnings`, () => {
    expect(warningsOf({ work: new Array(400).fill({ url: 'x' }) })).toHaveLength(limits.warnings);
  });
});
