import fc from 'fast-check';
import { withItemIds } from './item-ids';
import type { ProfileDocument } from '../schema/schema';
import { documents } from '../testing/documents';

const counter = (): (() => string) => {
  let count = 0;
  return () => `new-${(count += 1)}`;
};

const idsOf = (document: ProfileDocument): unknown => withItemIds(document, counter()).meta?.canar?.ids;

describe('withItemIds', () => {
  it('names every item in order, links of basics and custom sections included', () => {
    expect(
      idsOf({
        basics: { profiles: [{}] },
        work: [{}, {}],
        skills: [],
        meta: { canar: { custom: [{ key: 'custom-talks', items: [{}] }] } },
      }),
    ).toEqual({ profiles: ['new-1'], work: ['new-2', 'new-3'], 'custom-talks': ['new-4'] });
  });

  it('keeps ids in their places, fills what is missing and drops what is left over', () => {
    const meta = { version: 'v1', canar: { locale: 'hi', ids: { work: ['a'], skills: ['s', 't'], awards: ['gone'] } } };
    const named = withItemIds({ work: [{}, {}], skills: [{}], meta }, counter());
    expect(named.meta).toEqual({
      version: 'v1',
      canar: { locale: 'hi', ids: { work: ['a', 'new-1'], skills: ['s'] } },
    });
  });

  it('gives a repeated id to its first item only', () => {
    expect(
      idsOf({ work: [{}, {}], skills: [{}], meta: { canar: { ids: { work: ['a', 'a'], skills: ['a'] } } } }),
    ).toEqual({
      work: ['a', 'new-1'],
      skills: ['new-2'],
    });
  });

  it('leaves a document without items, or with all its ids, untouched', () => {
    const bare: ProfileDocument = { basics: { name: 'Mina' }, work: [] };
    const named: ProfileDocument = { work: [{}], meta: { canar: { ids: { work: ['a'] } } } };
    expect(withItemIds(bare, counter())).toBe(bare);
    expect(withItemIds(named, counter())).toBe(named);
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const once = withItemIds(document, counter());
        expect(withItemIds(once, counter())).toBe(once);
      }),
    );
  });
});
