import { orderedSections, type ProfileDocument, visibleDocument } from '@canar/profile-document';
import { bodyOf } from './entries';

const before: ProfileDocument = {
  work: [{ position: 'Lead', name: 'Acme' }, { position: 'Engineer' }],
  skills: [{ name: 'Storage', keywords: ['disks'] }],
  meta: { canar: { ids: { work: ['a', 'b'], skills: ['c'] } } },
};
const after: ProfileDocument = { ...before, work: [{ position: 'Head', name: 'Acme' }, before.work?.[1] ?? {}] };

/** The parts that a preview shows of a section. */
function partsOf(document: ProfileDocument, key: string): readonly object[] {
  const visible = visibleDocument(document, { hiddenFields: ['phone'], keepIds: true });
  const section = orderedSections(visible).find((found) => found.key === key);
  if (!section) throw new Error(`There is no section ${key}.`);
  const body = bodyOf(section);
  return body.form === 'entries' ? body.entries : body.form === 'terms' ? body.terms : body.quotes;
}

describe('bodyOf', () => {
  it('makes only the item anew that was edited', () => {
    const [old, next] = [partsOf(before, 'work'), partsOf(after, 'work')];
    expect(next[0]).toMatchObject({ title: 'Head', place: 'work/a' });
    expect(old[0]).toMatchObject({ title: 'Lead', place: 'work/a' });
    expect(next[1]).toBe(old[1]);
    expect(partsOf(after, 'skills')[0]).toBe(partsOf(before, 'skills')[0]);
  });

  it('gives an item that stands in two places the place of each', () => {
    const item = { position: 'Lead' };
    const twice = partsOf({ ...before, work: [item, item] }, 'work');
    expect(twice).toMatchObject([{ place: 'work/a' }, { place: 'work/b' }]);
  });
});
