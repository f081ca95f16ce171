import { documentsEqual, orderedSections, type ProfileDocument } from '@canar/profile-document';
import * as fc from 'fast-check';
import {
  addItem,
  addSection,
  duplicateItem,
  moved,
  moveItem,
  moveSection,
  removeItem,
  removeSection,
  renameSection,
  toggleItem,
  toggleSection,
  valueAt,
  withValue,
} from './edits';

const profile: ProfileDocument = {
  basics: { name: 'Asha', location: { city: 'Pune' } },
  work: [{ name: 'One' }, { name: 'Two' }, { name: 'Three' }],
  skills: [{ name: 'Go' }],
  meta: { canar: { ids: { work: ['a', 'b', 'c'], skills: ['s'] } } },
};

const order = (document: ProfileDocument) => orderedSections(document).map(({ key }) => key);

describe('withValue', () => {
  it('sets a value and leaves everything else the same object', () => {
    const next = withValue(profile, ['basics', 'location', 'city'], 'Nashik');
    expect(valueAt(next, ['basics', 'location', 'city'])).toBe('Nashik');
    expect(next.work).toBe(profile.work);
    expect(profile.basics?.location?.city).toBe('Pune');
  });

  it('takes a property away', () => {
    expect(withValue(profile, ['basics', 'name'], undefined).basics).toEqual({ location: { city: 'Pune' } });
  });

  it('makes what is missing on the way', () => {
    expect(withValue({}, ['meta', 'canar', 'design', 'template'], 'modern')).toEqual({
      meta: { canar: { design: { template: 'modern' } } },
    });
  });

  it('keeps the order of properties', () => {
    expect(Object.keys(withValue(profile, ['basics', 'name'], 'Usha').basics ?? {})).toEqual(['name', 'location']);
  });

  it('is undone by setting the old value', () => {
    fc.assert(
      fc.property(fc.constantFrom('name', 'label', 'summary'), fc.string(), (field, text) => {
        const path = ['basics', field];
        const back = withValue(withValue(profile, path, text), path, valueAt(profile, path));
        expect(documentsEqual(back, profile)).toBe(true);
      }),
    );
  });
});

describe('items', () => {
  it('come first when they are new', () => {
    const next = addItem(profile, 'work', 'new');
    expect(next.work?.[0]).toEqual({});
    expect(next.meta?.canar?.ids?.work).toEqual(['new', 'a', 'b', 'c']);
  });

  it('take their ids along when they move or go', () => {
    expect(moveItem(profile, 'work', 0, 2).meta?.canar?.ids?.work).toEqual(['b', 'c', 'a']);
    const removed = removeItem(profile, 'work', 1);
    expect(removed.work?.map(({ name }) => name)).toEqual(['One', 'Three']);
    expect(removed.meta?.canar?.ids?.work).toEqual(['a', 'c']);
  });

  it('are copied right below, under an id of their own', () => {
    const next = duplicateItem(profile, 'work', 1, 'copy');
    expect(next.work?.map(({ name }) => name)).toEqual(['One', 'Two', 'Two', 'Three']);
    expect(next.meta?.canar?.ids?.work).toEqual(['a', 'b', 'copy', 'c']);
  });

  it('are hidden and shown without a trace', () => {
    const hidden = toggleItem(profile, 'b');
    expect(hidden.meta?.canar?.hidden).toEqual(['b']);
    expect(documentsEqual(toggleItem(hidden, 'b'), profile)).toBe(true);
  });

  it('of the owner’s own sections are found where they stand', () => {
    const own = withValue(
      profile,
      ['meta', 'canar', 'custom'],
      [{ key: 'custom-talks', title: 'Talks', items: [{ name: 'A' }] }],
    );
    const next = addItem(own, 'custom-talks', 't2');
    expect(next.meta?.canar?.custom?.[0]?.items).toEqual([{}, { name: 'A' }]);
  });
});

describe('sections', () => {
  it('move past each other and keep their items', () => {
    const next = moveSection(profile, 'skills', -3);
    expect(order(next).slice(0, 2)).toEqual(['skills', 'work']);
    expect(next.skills).toBe(profile.skills);
  });

  it('stay where they are at the ends', () => {
    expect(moveSection(profile, 'work', -1)).toBe(profile);
    expect(order(moveSection(profile, 'work', 99)).at(-1)).toBe('work');
  });

  it('never move before the profile itself', () => {
    const named = renameSection(profile, 'basics', 'About me');
    expect(
      moveSection(named, 'skills', -99)
        .meta?.canar?.sections?.map(({ key }) => key)
        .slice(0, 2),
    ).toEqual(['basics', 'skills']);
  });

  it('get a title of their own and the usual one back', () => {
    const named = renameSection(profile, 'work', '  Jobs ');
    expect(orderedSections(named)[0]?.title).toBe('Jobs');
    expect(orderedSections(renameSection(named, 'work', ''))[0]?.title).toBe('Experience');
  });

  it('of one’s own are added with an entry and removed without a trace', () => {
    const named = renameSection(profile, 'work', 'Jobs');
    const added = addSection(named, { key: 'custom-x', title: 'Patents', item: { name: 'Raft' }, id: 'x' });
    expect(orderedSections(added).at(-1)).toMatchObject({ title: 'Patents', ids: ['x'], items: [{ name: 'Raft' }] });
    const hidden = toggleItem(toggleSection(added, 'custom-x'), 'x');
    const removed = removeSection(hidden, 'custom-x');
    expect(JSON.stringify(removed)).not.toMatch(/custom-x|Raft|"x"/);
    expect(orderedSections(removed)[0]?.title).toBe('Jobs');
  });

  it('are hidden without loss', () => {
    const hidden = toggleSection(profile, 'work');
    expect(orderedSections(hidden)[0]).toMatchObject({ key: 'work', hidden: true });
    expect(hidden.work).toBe(profile.work);
    expect(orderedSections(toggleSection(hidden, 'work'))[0]?.hidden).toBe(false);
  });
});

it('moves an entry of a list', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
});
