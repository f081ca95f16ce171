import fc from 'fast-check';
import { canonicalJson, documentsEqual } from './canonical-json';
import { changedSections } from './changed-sections';
import { exportJsonResume } from '../json-resume/export-json-resume';
import { withItemIds } from '../sections/item-ids';
import { parseDocument } from '../parse/parse-document';
import type { ProfileDocument } from '../schema/schema';
import { documents, jsonResumes } from '../testing/documents';

function newIds(): () => string {
  let count = 0;
  return () => `id-${(count += 1)}`;
}

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, shuffled(entry)]),
  );
}

describe('documents are equal', () => {
  it('whatever the order of their properties', () => {
    fc.assert(fc.property(documents, (document) => documentsEqual(document, shuffled(document) as ProfileDocument)));
  });

  it('when only ids were made for them', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const named = withItemIds(document, newIds());
        expect(canonicalJson(named)).toBe(canonicalJson(document));
        expect(parseDocument(named).ok).toBe(true);
      }),
    );
  });

  it('when only the change time differs, and an empty meta counts as none', () => {
    const basics = { name: 'Mina' };
    expect(documentsEqual({ basics, meta: { lastModified: '2024-01-01' } }, { basics })).toBe(true);
    expect(documentsEqual({ basics, meta: { canar: { ids: {} } } }, { basics, meta: {} })).toBe(true);
    expect(documentsEqual({ basics, meta: { version: 'v1' } }, { basics })).toBe(false);
    expect(documentsEqual({ basics, meta: { canar: { locale: 'hi' } } }, { basics })).toBe(false);
  });

  it('not when a list is empty on one side and missing on the other', () => {
    expect(documentsEqual({ work: [] }, {})).toBe(false);
  });

  it('not when the order of items differs', () => {
    expect(documentsEqual({ skills: [{ name: 'a' }, { name: 'b' }] }, { skills: [{ name: 'b' }, { name: 'a' }] })).toBe(
      false,
    );
  });
});

describe('import and export', () => {
  it('give back every JSON Resume, for 2,000 documents', () => {
    fc.assert(
      fc.property(jsonResumes, (resume) => {
        const draft = withItemIds(resume, newIds());
        const exported = exportJsonResume(draft);
        expect(documentsEqual(exported, resume)).toBe(true);
        expect(exported.meta && 'canar' in exported.meta).toBeFalsy();
        const { meta: _a, ...content } = exported;
        const { meta: _b, ...original } = resume;
        expect(content).toEqual(original);
      }),
      { numRuns: 2000 },
    );
  });

  it('remove meta.canar and nothing else', () => {
    const document: ProfileDocument = {
      $schema: 'https://a.example/s',
      work: [],
      meta: { version: 'v1', lastModified: 'x', canar: {} },
    };
    expect(exportJsonResume(document)).toEqual({
      $schema: 'https://a.example/s',
      work: [],
      meta: { version: 'v1', lastModified: 'x' },
    });
    expect(exportJsonResume({ work: [], meta: { canar: { locale: 'hi' } } })).toEqual({ work: [] });
    expect(exportJsonResume({ meta: {} })).toEqual({ meta: {} });
  });
});

describe('changedSections', () => {
  it('is empty exactly for equal documents', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        expect(changedSections(a, b).length === 0).toBe(documentsEqual(a, b));
        expect(changedSections(a, withItemIds(a, newIds()))).toEqual([]);
      }),
    );
  });

  it('names what differs', () => {
    const before: ProfileDocument = { basics: { name: 'Mina' }, work: [{ name: 'A' }], 'x-tag': 1 };
    const after: ProfileDocument = {
      basics: { name: 'Mina' },
      work: [{ name: 'B' }],
      skills: [],
      meta: { canar: { design: { accent: '#123456' }, hidden: ['x'], custom: [{ key: 'custom-talks' }] } },
    };
    expect(changedSections(before, after).sort()).toEqual([
      'custom-talks',
      'design',
      'layout',
      'other',
      'skills',
      'work',
    ]);
  });
});
