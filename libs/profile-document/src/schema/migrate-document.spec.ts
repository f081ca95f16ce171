import fc from 'fast-check';
import { documentsEqual } from '../equality/canonical-json';
import { migrateDocument } from './migrate-document';
import { parseDocument } from '../parse/parse-document';
import { type CanarMeta, currentSchema, type ProfileDocument } from './schema';
import { documents } from '../testing/documents';

const ours = (canar: CanarMeta): ProfileDocument => ({ meta: { canar } });

describe('an older document', () => {
  it('names each section setting once: the first, which was the one that counted', () => {
    const old = ours({ sections: [{ key: 'work', title: 'Jobs' }, { key: 'skills' }, { key: 'work', hidden: true }] });
    expect(migrateDocument(old).meta?.canar).toEqual({
      schema: currentSchema,
      sections: [{ key: 'work', title: 'Jobs' }, { key: 'skills' }],
    });
  });

  it('gives each custom section a key of its own and loses none', () => {
    const keys = ['custom-talks', 'custom-talks', 'custom-talks-2', 'custom-talks'];
    const old = ours({ custom: keys.map((key, index) => ({ key, title: `${index}` })) });
    const custom = migrateDocument(old).meta?.canar?.custom ?? [];
    expect(custom.map(({ title }) => title)).toEqual(['0', '1', '2', '3']);
    expect(new Set(custom.map(({ key }) => key)).size).toBe(4);
    expect(custom[2]?.key).toBe('custom-talks-2');
  });

  it('keeps keys within their length', () => {
    const key = `custom-${'a'.repeat(64)}`;
    expect(parseDocument(migrateDocument(ours({ custom: [{ key }, { key }] })))).toMatchObject({ ok: true });
  });

  it('is migrated once, says the same, and can be saved, for any document', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const once = migrateDocument(document);
        expect(migrateDocument(once)).toBe(once);
        expect(parseDocument(once)).toMatchObject({ ok: true });
        expect(documentsEqual(once, document)).toBe(true);
      }),
    );
  });
});

it('a document without anything of ours, or of today, comes back as it is', () => {
  for (const document of [{ work: [] }, {}, ours({ schema: currentSchema, locale: 'hi' })]) {
    expect(migrateDocument(document)).toBe(document);
  }
});

it('a document of today whose writer gave a key twice loses no section', () => {
  const custom = [
    { key: 'custom-talks', title: 'Talks' },
    { key: 'custom-talks', title: 'Panels' },
  ];
  expect(migrateDocument(ours({ schema: currentSchema, custom })).meta?.canar?.custom).toEqual([
    { key: 'custom-talks', title: 'Talks' },
    { key: 'custom-talks-2', title: 'Panels' },
  ]);
});

it('a document of a later schema is refused', () => {
  expect(parseDocument(ours({ schema: currentSchema + 1 }))).toMatchObject({
    ok: false,
    errors: [{ pointer: '/meta/canar/schema', code: 'schema.newer' }],
  });
});
