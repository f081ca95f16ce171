import fc from 'fast-check';
import { documentsEqual } from '../equality/canonical-json';
import { migrateDocument } from './migrate-document';
import { parseDocument } from '../parse/parse-document';
import { type CanarMeta, currentSchema, type ProfileDocument } from './schema';
import { documents } from '../testing/documents';

const ours = (canar: CanarMeta): ProfileDocument => ({ meta: { canar } });

describe('an older document', () => {
  it('migrates repeated section settings to the first of each key', () => {
    const old = ours({ sections: [{ key: 'work', title: 'Jobs' }, { key: 'skills' }, { key: 'work', hidden: true }] });
    expect(migrateDocument(old).meta?.canar).toEqual({
      schema: currentSchema,
      sections: [{ key: 'work', title: 'Jobs' }, { key: 'skills' }],
    });
  });

  it('migrates custom sections to unique keys and loses none', () => {
    const keys = ['custom-talks', 'custom-talks', 'custom-talks-2', 'custom-talks'];
    const old = ours({ custom: keys.map((key, index) => ({ key, title: `${index}` })) });
    const custom = migrateDocument(old).meta?.canar?.custom ?? [];
    expect(custom.map(({ title }) => title)).toEqual(['0', '1', '2', '3']);
    expect(new Set(custom.map(({ key }) => key)).size).toBe(4);
    expect(custom[2]?.key).toBe('custom-talks-2');
  });

  it('makes unique section keys of at most the maximum length', () => {
    const key = `custom-${'a'.repeat(64)}`;
    expect(parseDocument(migrateDocument(ours({ custom: [{ key }, { key }] })))).toMatchObject({ ok: true });
  });

  it('migrates any document once, to an equal and valid document', () => {
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

it('returns a document without meta.canar, or of the current schema, unchanged', () => {
  for (const document of [{ work: [] }, {}, ours({ schema: currentSchema, locale: 'hi' })]) {
    expect(migrateDocument(document)).toBe(document);
  }
});

it('loses no section of a current document with a repeated key', () => {
  const custom = [
    { key: 'custom-talks', title: 'Talks' },
    { key: 'custom-talks', title: 'Panels' },
  ];
  expect(migrateDocument(ours({ schema: currentSchema, custom })).meta?.canar?.custom).toEqual([
    { key: 'custom-talks', title: 'Talks' },
    { key: 'custom-talks-2', title: 'Panels' },
  ]);
});

it('rejects a document of a later schema', () => {
  expect(parseDocument(ours({ schema: currentSchema + 1 }))).toMatchObject({
    ok: false,
    errors: [{ pointer: '/meta/canar/schema', code: 'schema.newer' }],
  });
});
