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
  it('treats documents with another order of properties as equal', () => {
    fc.assert(fc.property(documents, (document) => documentsEqual(document, shuffled(document) as ProfileDocument)));
  });

  it('treats documents that differ in ids only as equal', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const named = withItemIds(document, newIds());
        expect(canonicalJson(named)).toBe(canonicalJson(document));
        expect(parseDocument(named).ok).toBe(true);
      }),
    );
  });

  it('ignores the change time and an empty meta in comparisons', () => {
    const basics = { name: 'Mina' };
    expect(documentsEqual({ basics, meta: { lastModified: '2024-01-01' } }, { basics })).toBe(true);
    expect(documentsEqual({ basics, meta: { canar: { ids: {} } } }, { basics, meta: {} })).toBe(true);
    expect(documentsEqual({ basics, meta: { version: 'v1' } }, { basics })).toBe(false);
    expect(documentsEqual({ basics, meta: { canar: { locale: 'hi' } } }, { basics })).toBe(false);
  });

  it('treats an empty and a missing list as different', () => {
    expect(documentsEqual({ work: [] }, {})).toBe(false);
  });

  it('treats documents with another order of items as different', () => {
    expect(documentsEqual({ skills: [{ name: 'a' }, { name: 'b' }] }, { skills: [{ name: 'b' }, { name: 'a' }] })).toBe(
      false,
    );
  });
});

describe('import and export', () => {
  it('imports and exports 2,000 documents to equal ones', () => {
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

  it('removes meta.canar and nothing else from an export', () => {
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
  it('names no changed section exactly for equal documents', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        expect(changedSections(a, b).length === 0).toBe(documentsEqual(a, b));
        expect(changedSections(a, withItemIds(a, newIds()))).toEqual([]);
      }),
    );
  });

  it('names every section that differs', () => {
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
