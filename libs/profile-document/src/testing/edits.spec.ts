import fc from 'fast-check';
import { parseDocument } from '../parse/parse-document';
import { fieldsOf, type shapes } from '../schema/schema';
import { sectionKeys } from '../sections/sections';
import { documentEdits, edited, fullDocument } from './edits';

describe('documentEdits', () => {
  it('gives documents that are accepted, edit after edit', () => {
    fc.assert(
      fc.property(fc.array(documentEdits, { maxLength: 30 }), (edits) => {
        expect(parseDocument(edits.reduce(edited, fullDocument)).ok).toBe(true);
      }),
    );
  });

  it('begins with every field of every part and changes each of them', () => {
    const places = new Set(fc.sample(documentEdits, { numRuns: 20_000, seed: 1 }).map(({ path }) => path.join('/')));
    const parts: [keyof typeof shapes, string][] = [
      ['basics', 'basics'],
      ['location', 'basics/location'],
      ['profiles', 'basics/profiles/0'],
      ['custom', 'meta/canar/custom/0/items/0'],
      ...sectionKeys.map((key) => [key, `${key}/0`] as [typeof key, string]),
    ];
    const fields = parts.flatMap(([part, place]) => fieldsOf(part).map(([name]) => `${place}/${name}`));
    expect(fields.filter((field) => !places.has(field))).toEqual([]);
  });
});
