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
  it('names every item in order, also links of basics and custom items', () => {
    expect(
      idsOf({
        basics: { profiles: [{}] },
        work: [{}, {}],
        skills: [],
        meta: { canar: { custom: [{ key: 'custom-talks', items: [{}] }] } },
      }),
    ).toEqual({ profiles: ['new-1'], work: ['new-2', 'new-3'], 'custom-talks': ['new-4'] });
  });

  it('preserves item ids, adds missing ones and removes surplus ones', () => {
    const meta = { version: 'v1', canar: { locale: 'hi', ids: { work: ['a'], skills: ['s', 't'], awards: ['gone'] } } };
    const named = withItemIds({ work: [{}, {}], skills: [{}], meta }, counter());
    expect(named.meta).toEqual({
      version: 'v1',
      canar: { locale: 'hi', ids: { work: ['a', 'new-1'], skills: ['s'] } },
    });
  });

  it('assigns a repeated id to its first item only', () => {
    expect(
      idsOf({ work: [{}, {}], skills: [{}], meta: { canar: { ids: { work: ['a', 'a'], skills: ['a'] } } } }),
    ).toEqual({
      work: ['a', 'new-1'],
      skills: ['new-2'],
    });
  });

  it('returns a document without items, or with all its ids, unchanged', () => {
    const bare: ProfileDocument = { basics: { name: 'Mina' }, work: [] };
    const named: ProfileDocument = { work: [{}], meta: { canar: { ids: { work: ['a'] } } } };
    expect(withItemIds(bare, counter())).toBe(bare);
    expect(withItemIds(named, counter())).toBe(named);
  });

  it('names no item twice when it runs again', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const once = withItemIds(document, counter());
        expect(withItemIds(once, counter())).toBe(once);
      }),
    );
  });
});
