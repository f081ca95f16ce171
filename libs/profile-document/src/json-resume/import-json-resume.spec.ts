import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { documentsEqual } from '../equality/canonical-json';
import { exportJsonResume } from './export-json-resume';
import { limits } from '../schema/limits';
import { parseDocument } from '../parse/parse-document';
import { sectionKeys } from '../sections/sections';
import { jsonResumes } from '../testing/documents';
import { importJsonResume } from './import-json-resume';

const samples = [
  'sample.resume',
  'examples/senior-engineer.resume',
  'examples/new-grad.resume',
  'examples/career-changer.resume',
];

describe('a valid JSON Resume', () => {
  it.each(samples)('imports and exports %s unchanged', (name) => {
    const sample: unknown = JSON.parse(readFileSync(require.resolve(`@jsonresume/schema/${name}.json`), 'utf8'));
    expect(importJsonResume(sample)).toEqual({ document: sample, unplaced: [], repaired: [] });
  });

  it('imports and exports 1,000 valid documents unchanged', () => {
    fc.assert(
      fc.property(jsonResumes, (resume) => {
        const before = JSON.stringify(resume);
        const { document, unplaced, repaired } = importJsonResume(resume);
        expect({ unplaced, repaired }).toEqual({ unplaced: [], repaired: [] });
        expect(documentsEqual(exportJsonResume(document), resume)).toBe(true);
        expect(JSON.stringify(resume)).toBe(before);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an older or sloppy résumé', () => {
  it('renames older fields and reports each', () => {
    const { document, repaired, unplaced } = importJsonResume({
      basics: {
        firstName: 'Mina',
        lastName: 'Iyer',
        picture: 'https://a.example/m.jpg',
        website: 'mina.example',
        location: 'Pune, India',
      },
      work: [{ company: 'Acme', website: 'acme.example', startDate: 'May 2019', endDate: 'Present' }],
      education: [{ school: 'IIT', gpa: 9.1 }],
      hobbies: ['Chess'],
    });
    expect(document).toEqual({
      basics: {
        name: 'Mina Iyer',
        image: 'https://a.example/m.jpg',
        url: 'https://mina.example',
        location: { city: 'Pune, India' },
      },
      work: [{ name: 'Acme', url: 'https://acme.example', startDate: '2019-05' }],
      education: [{ institution: 'IIT', score: '9.1' }],
      interests: [{ name: 'Chess' }],
    });
    expect(unplaced).toEqual([]);
    expect(repaired).toEqual(
      expect.arrayContaining([
        { pointer: '/hobbies', from: 'hobbies', to: 'interests' },
        { pointer: '/work/0/company', from: 'company', to: 'name' },
        { pointer: '/work/0/url', from: 'acme.example', to: 'https://acme.example' },
        { pointer: '/work/0/startDate', from: 'May 2019', to: '2019-05' },
        { pointer: '/work/0/endDate', from: 'Present', to: null },
        { pointer: '/education/0/score', from: 9.1, to: '9.1' },
        { pointer: '/basics/location', from: 'Pune, India', to: { city: 'Pune, India' } },
      ]),
    );
  });

  it('repairs texts in place of lists and lists in place of texts', () => {
    const { document } = importJsonResume({
      work: {
        name: 'Acme',
        location: { city: 'Pune', countryCode: 'IN' },
        highlights: 'one\ntwo',
        summary: ['a', 'b'],
      },
      skills: [{ name: 'Web', keywords: 'HTML, CSS' }, 'Rust'],
    });
    expect(document).toEqual({
      work: [{ name: 'Acme', location: 'Pune, IN', highlights: ['one', 'two'], summary: 'a\nb' }],
      skills: [{ name: 'Web', keywords: ['HTML', 'CSS'] }, { name: 'Rust' }],
    });
  });

  it('reports values without a place and preserves unknown fields', () => {
    const { document, unplaced } = importJsonResume({
      basics: {
        name: { first: 'Mina' },
        image: 'data:image/png;base64,AAAA',
        url: 'javascript:alert(1)',
        nickname: 'M',
      },
      work: [7, { company: 'Old', name: 'New' }],
      meta: { canar: { hidden: 'all' } },
      long: 'x'.repeat(limits.text + 1),
    });
    expect(document).toEqual({ basics: { nickname: 'M' }, work: [{ company: 'Old', name: 'New' }], meta: {} });
    expect(unplaced.map((entry) => `${entry.pointer} ${entry.reason}`).sort()).toEqual([
      '/basics/image url.forbidden-scheme',
      '/basics/name type.expected-string',
      '/basics/url url.forbidden-scheme',
      '/long text.too-long',
      '/meta/canar type.expected-object',
      '/work/0 type.expected-object',
      '/work/1/company field.taken',
    ]);
  });

  it('removes nulls and unreadable characters and reports them', () => {
    const { document, repaired } = importJsonResume({
      basics: { name: 'Mi\u0000na', phone: null, location: null },
      work: null,
    });
    expect(document).toEqual({ basics: { name: 'Mina' } });
    expect(repaired).toHaveLength(4);
  });
});

describe('an import', () => {
  const junk = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.string(),
    fc.constantFrom('javascript:x', 'a\u0000', '\ud800', null, 1e400, [[]], 'acme.io'),
  );
  const names = fc.constantFrom(
    'name',
    'url',
    'startDate',
    'endDate',
    'highlights',
    'keywords',
    'location',
    'company',
    'website',
    'profiles',
    'x',
  );
  const fields = fc.dictionary(names, junk);
  const keys = fc.constantFrom('basics', 'meta', '$schema', 'hobbies', 'experience', 'bio', 'x', ...sectionKeys);

  it('imports any of 1,000 values as a valid document', () => {
    const value = fc.oneof(
      junk,
      fc.dictionary(keys, fc.oneof(junk, fields, fc.array(fc.oneof(fields, junk), { maxLength: 4 }))),
    );
    fc.assert(
      fc.property(value, (anything) => {
        expect(parseDocument(importJsonResume(anything).document)).toMatchObject({ ok: true });
      }),
      { numRuns: 1000 },
    );
  });

  it('imports hostile values in bounded time and reports what is left out', () => {
    let deep: unknown = [];
    for (let n = 0; n < 100_000; n += 1) deep = [deep];
    const hostile = {
      deep,
      work: new Array(100_000).fill({}),
      ...(JSON.parse('{"__proto__":{"admin":true}}') as object),
    };
    const { document, unplaced } = importJsonResume(Object.assign(JSON.parse('{"__proto__":1}') as object, hostile));
    expect(document.work).toHaveLength(limits.items);
    expect(unplaced.map((entry) => entry.reason).sort()).toEqual([
      'array.too-long',
      'document.too-deep',
      'key.forbidden',
    ]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('imports nothing of a résumé over the limits and reports it', () => {
    const { document, unplaced } = importJsonResume({ work: new Array(400).fill({ summary: 'x'.repeat(2_000) }) });
    expect(document).toEqual({});
    expect(unplaced).toEqual([{ pointer: '', value: expect.stringContaining('…'), reason: 'document.too-large' }]);
  });
});

it('removes the id of an item that is left out, so that hidden items stay hidden', () => {
  const canar = { ids: { work: ['a', 'b', 'c'] }, hidden: ['b'] };
  const { document } = importJsonResume({ work: [null, { name: 'secret' }, { name: 'open' }], meta: { canar } });
  expect(document.meta?.canar).toEqual({ ids: { work: ['b', 'c'] }, hidden: ['b'] });
});
