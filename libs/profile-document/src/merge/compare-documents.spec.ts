import fc from 'fast-check';
import type { CanarMeta, ProfileDocument } from '../schema/schema';
import { documents } from '../testing/documents';
import { compareDocuments } from './compare-documents';

const work = (entries: Record<string, Record<string, unknown>>, canar: CanarMeta = {}): ProfileDocument => ({
  work: Object.values(entries),
  meta: { canar: { ...canar, ids: { work: Object.keys(entries) } } },
});

describe('the changes between two documents', () => {
  it('reports changes by section, item and field', () => {
    const before: ProfileDocument = { ...work({ a: { name: 'Acme' }, b: { name: 'Byte' } }), basics: { name: 'Mina' } };
    const after: ProfileDocument = {
      ...work({ a: { name: 'Acme', position: 'Dev' }, c: { name: 'Core' } }),
      basics: { name: 'Mina Iyer', location: { city: 'Pune' } },
    };
    expect(compareDocuments(before, after)).toEqual([
      {
        kind: 'added',
        place: { section: 'work', item: { id: 'a', title: 'Acme' }, field: 'position' },
        after: 'Dev',
      },
      { kind: 'removed', place: { section: 'work', item: { id: 'b', title: 'Byte' } }, before: { name: 'Byte' } },
      { kind: 'added', place: { section: 'work', item: { id: 'c', title: 'Core' } }, after: { name: 'Core' } },
      { kind: 'changed', place: { section: 'basics', field: 'name' }, before: 'Mina', after: 'Mina Iyer' },
      { kind: 'added', place: { section: 'basics', field: 'location.city' }, after: 'Pune' },
    ]);
  });

  it('reports a moved item as one move', () => {
    const order = (ids: string) => work(Object.fromEntries([...ids].map((id) => [id, { name: id }])));
    expect(compareDocuments(order('abcd'), order('dabc'))).toEqual([
      { kind: 'moved', place: { section: 'work', item: { id: 'd', title: 'd' } }, before: 4, after: 1 },
    ]);
  });

  it('reports changed settings by what they affect', () => {
    const after = work(
      { a: { name: 'Acme' } },
      { hidden: ['a'], design: { accent: '#123456' }, sections: [{ key: 'work', title: 'Jobs' }] },
    );
    expect(compareDocuments(work({ a: { name: 'Acme' } }), after).map(({ place }) => place)).toEqual([
      { section: 'work', field: 'title' },
      { section: 'design', field: 'accent' },
      { section: 'work', item: { id: 'a', title: 'Acme' }, field: 'hidden' },
    ]);
  });

  it('matches items of different ids by content or name', () => {
    expect(compareDocuments(work({ a: { name: 'Acme' } }), work({ z: { name: 'Acme' } }))).toEqual([]);
    expect(compareDocuments(work({ a: { name: 'Acme' } }), work({ z: { name: 'Acme', url: 'x' } }))).toMatchObject([
      { kind: 'added', place: { section: 'work', field: 'url' } },
    ]);
  });

  it('reports no changes between a document and itself', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(compareDocuments(document, structuredClone(document))).toEqual([]);
      }),
    );
  });
});
