import fc from 'fast-check';
import { withItemIds } from '../sections/item-ids';
import { parseDocument } from '../parse/parse-document';
import { type CanarMeta, currentSchema, type ProfileDocument } from '../schema/schema';
import { documents } from '../testing/documents';
import { compareDocuments } from './compare-documents';
import { mergeDocuments } from './merge-documents';
import { resolveConflict } from './resolve-conflict';

const work = (entries: Record<string, Record<string, unknown>>, canar: CanarMeta = {}): ProfileDocument => ({
  work: Object.values(entries),
  meta: { canar: { ...canar, ids: { work: Object.keys(entries) } } },
});
const base = work({ a: { name: 'Acme', position: 'Dev' }, b: { name: 'Byte' }, c: { name: 'Core' } });
const namesOf = (document: ProfileDocument) => document.work?.map(({ name }) => name);

describe('two drafts that grew from one', () => {
  it('merges items without ids by section and position', () => {
    const before = { work: [{ name: 'Acme' }], education: [{ institution: 'IIT' }] };
    const mine = { ...before, work: [{ name: 'Acme' }, { name: 'Byte' }] };
    const theirs = { ...before, education: [{ institution: 'IIT', area: 'Physics' }] };
    const { document, conflicts } = mergeDocuments(before, mine, theirs);
    expect(document).toMatchObject({ work: mine.work, education: theirs.education });
    expect(conflicts).toEqual([]);
    expect(parseDocument(document)).toMatchObject({ ok: true });
  });

  it('gives an item without id none of the existing ids', () => {
    const made = (area: string, ...names: string[]) => ({
      work: names.map((name) => ({ name })),
      education: [{ area }],
      meta: { canar: { ids: { education: ['unnamed-work-1'] } } },
    });
    const { document, conflicts } = mergeDocuments(made('A', 'x'), made('A', 'x', 'y'), made('B', 'x'));
    expect(document).toMatchObject({ work: [{ name: 'x' }, { name: 'y' }], education: [{ area: 'B' }] });
    expect(conflicts).toEqual([]);
  });

  it('merges two custom sections of the same key into both', () => {
    const custom = ['Talks', 'Panels'].map((title) => ({ key: 'custom-a', title, items: [{ name: title }] }));
    const before: ProfileDocument = { meta: { canar: { schema: currentSchema, custom } } };
    const { document } = mergeDocuments(before, before, { ...before, basics: { name: 'Mina' } });
    expect(document.meta?.canar?.custom).toMatchObject([{ title: 'Talks' }, { title: 'Panels' }]);
  });

  it('merges different fields of one item without a conflict', () => {
    const mine = work({ a: { name: 'Acme', position: 'Lead' }, b: { name: 'Byte' }, c: { name: 'Core' } });
    const theirs = work({ a: { name: 'Acme Ltd', position: 'Dev' }, b: { name: 'Byte' }, c: { name: 'Core' } });
    const { document, conflicts } = mergeDocuments(base, mine, theirs);
    expect(document.work?.[0]).toEqual({ name: 'Acme Ltd', position: 'Lead' });
    expect(conflicts).toEqual([]);
  });

  it('reports a conflict for a field that both changed, with both values', () => {
    const mine = work({ a: { name: 'Mine', position: 'X' }, b: { name: 'Byte' }, c: { name: 'Core' } });
    const theirs = work({ a: { name: 'Theirs', position: 'X' }, b: { name: 'Byte' }, c: { name: 'Core' } });
    const { document, conflicts } = mergeDocuments(base, mine, theirs);
    expect(conflicts).toEqual([
      {
        kind: 'field',
        place: { section: 'work', item: { id: 'a', title: 'Mine' }, field: 'name' },
        path: ['work', 'a', 'name'],
        base: 'Acme',
        mine: 'Mine',
        theirs: 'Theirs',
      },
    ]);
    expect(namesOf(document)).toEqual(['Mine', 'Byte', 'Core']);
    const resolved = conflicts.reduce((doc, conflict) => resolveConflict(doc, conflict, 'theirs'), document);
    expect(namesOf(resolved)).toEqual(['Theirs', 'Byte', 'Core']);
  });

  it('merges items added by both sides at their positions', () => {
    const mine = work({
      m: { name: 'M' },
      a: { name: 'Acme', position: 'Dev' },
      b: { name: 'Byte' },
      c: { name: 'Core' },
    });
    const theirs = work({
      a: { name: 'Acme', position: 'Dev' },
      b: { name: 'Byte' },
      t: { name: 'T' },
      c: { name: 'Core' },
    });
    const { document, conflicts } = mergeDocuments(base, mine, theirs);
    expect(namesOf(document)).toEqual(['M', 'Acme', 'Byte', 'T', 'Core']);
    expect([document.meta?.canar?.ids?.['work'], conflicts]).toEqual([['m', 'a', 'b', 't', 'c'], []]);
  });

  it('drops an item removed by one side unless the other edited it', () => {
    const mine = work({ c: { name: 'Core' } });
    const theirs = work({ a: { name: 'Acme', position: 'CTO' }, b: { name: 'Byte' }, c: { name: 'Core' } });
    const { document, conflicts } = mergeDocuments(base, mine, theirs);
    expect(namesOf(document)).toEqual(['Acme', 'Core']);
    expect(conflicts).toMatchObject([{ kind: 'removed', path: ['work', 'a'], theirs: { position: 'CTO' } }]);
    const [conflict] = conflicts;
    expect(namesOf(resolveConflict(document, conflict as never, 'mine'))).toEqual(['Core']);
    expect(resolveConflict(document, conflict as never, 'theirs')).toEqual(document);
  });

  it('merges moves of different items and reports a conflict for the same one', () => {
    const order = (ids: string) => work(Object.fromEntries([...ids].map((id) => [id, { name: id }])));
    const joined = mergeDocuments(order('abcdef'), order('bacdef'), order('abcdfe'));
    expect([namesOf(joined.document), joined.conflicts]).toEqual([[...'bacdfe'], []]);
    const contested = mergeDocuments(order('abcdef'), order('fabcde'), order('abfcde'));
    expect(contested.conflicts).toMatchObject([{ kind: 'order', place: { section: 'work' } }]);
    const [conflict] = contested.conflicts;
    expect(namesOf(resolveConflict(contested.document, conflict as never, 'theirs'))).toEqual([...'abfcde']);
  });

  it('merges lists of texts entry by entry', () => {
    const listed = (...highlights: string[]) => work({ a: { highlights } });
    const merged = mergeDocuments(listed('1', '2', '3'), listed('1', 'two', '3'), listed('1', '2', '3', '4'));
    expect([merged.document.work?.[0]?.highlights, merged.conflicts]).toEqual([['1', 'two', '3', '4'], []]);
    const contested = mergeDocuments(listed('1'), listed('one'), listed('uno'));
    expect(contested.conflicts).toMatchObject([{ mine: ['one'], theirs: ['uno'] }]);
  });

  it('merges the order of sections with their titles, also without settings', () => {
    const said = (...sections: NonNullable<CanarMeta['sections']>) => ({ meta: { canar: { sections } } });
    const mine = said({ key: 'education' }, { key: 'work' });
    const theirs = said({ key: 'work', title: 'Jobs' }, { key: 'education', hidden: true });
    const { document, conflicts } = mergeDocuments({}, mine, theirs);
    expect(document.meta?.canar?.sections?.slice(0, 2)).toEqual([
      { key: 'education', hidden: true },
      { key: 'work', title: 'Jobs' },
    ]);
    expect(conflicts).toEqual([]);
  });

  it('merges design, hidden items, custom sections and unknown fields', () => {
    const mine = work({ a: { 'x-note': 1 } }, { design: { accent: '#123456' }, hidden: ['a'] });
    const theirs = work(
      { a: { 'x-team': 2 } },
      { design: { template: 'modern' }, hidden: ['z'], custom: [{ key: 'custom-x' }] },
    );
    const { document, conflicts } = mergeDocuments(work({ a: {} }), mine, theirs);
    expect(document).toEqual({
      work: [{ 'x-note': 1, 'x-team': 2 }],
      meta: {
        canar: {
          design: { accent: '#123456', template: 'modern' },
          hidden: expect.arrayContaining(['a', 'z']),
          custom: [{ key: 'custom-x' }],
          ids: { work: ['a'] },
          schema: currentSchema,
        },
      },
    });
    expect(conflicts).toEqual([]);
  });
});

describe('a merge, for any documents', () => {
  let count = 0;
  const named = documents.map((document) => withItemIds(document, () => `id-${(count += 1)}`));

  it('returns the changed side when the other is unchanged', () => {
    fc.assert(
      fc.property(named, named, (before, after) => {
        for (const merged of [mergeDocuments(before, after, before), mergeDocuments(before, before, after)]) {
          expect(merged.conflicts).toEqual([]);
          expect(compareDocuments(merged.document, after)).toEqual([]);
        }
      }),
    );
  });

  it('merges any documents into a valid one with both sides of each conflict', () => {
    fc.assert(
      fc.property(named, named, named, (before, mine, theirs) => {
        const { document, conflicts } = mergeDocuments(before, mine, theirs);
        expect(parseDocument(document)).toMatchObject({ ok: true });
        for (const conflict of conflicts) {
          expect(conflict.mine).not.toEqual(conflict.theirs);
          expect(parseDocument(resolveConflict(document, conflict, 'theirs'))).toMatchObject({ ok: true });
        }
      }),
    );
  });
});
