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

  it('removes a property', () => {
    expect(withValue(profile, ['basics', 'name'], undefined).basics).toEqual({ location: { city: 'Pune' } });
  });

  it('creates missing objects and lists along the path', () => {
    expect(withValue({}, ['meta', 'canar', 'design', 'template'], 'modern')).toEqual({
      meta: { canar: { design: { template: 'modern' } } },
    });
  });

  it('preserves the order of properties', () => {
    expect(Object.keys(withValue(profile, ['basics', 'name'], 'Usha').basics ?? {})).toEqual(['name', 'location']);
  });

  it('restores the document by setting the old value', () => {
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
  it('adds a new item at the top', () => {
    const next = addItem(profile, 'work', 'new');
    expect(next.work?.[0]).toEqual({});
    expect(next.meta?.canar?.ids?.work).toEqual(['new', 'a', 'b', 'c']);
  });

  it('moves and deletes the id of an item with it', () => {
    expect(moveItem(profile, 'work', 0, 2).meta?.canar?.ids?.work).toEqual(['b', 'c', 'a']);
    const removed = removeItem(profile, 'work', 1);
    expect(removed.work?.map(({ name }) => name)).toEqual(['One', 'Three']);
    expect(removed.meta?.canar?.ids?.work).toEqual(['a', 'c']);
  });

  it('duplicates an item right below it, under a new id', () => {
    const next = duplicateItem(profile, 'work', 1, 'copy');
    expect(next.work?.map(({ name }) => name)).toEqual(['One', 'Two', 'Two', 'Three']);
    expect(next.meta?.canar?.ids?.work).toEqual(['a', 'b', 'copy', 'c']);
  });

  it('leaves no trace of an item that was hidden and made visible again', () => {
    const hidden = toggleItem(profile, 'b');
    expect(hidden.meta?.canar?.hidden).toEqual(['b']);
    expect(documentsEqual(toggleItem(hidden, 'b'), profile)).toBe(true);
  });

  it('finds the items of custom sections', () => {
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
  it('moves sections past each other with their items', () => {
    const next = moveSection(profile, 'skills', -3);
    expect(order(next).slice(0, 2)).toEqual(['skills', 'work']);
    expect(next.skills).toBe(profile.skills);
  });

  it('leaves a section at the end where it is', () => {
    expect(moveSection(profile, 'work', -1)).toBe(profile);
    expect(order(moveSection(profile, 'work', 99)).at(-1)).toBe('work');
  });

  it('moves no section before the basics', () => {
    const named = renameSection(profile, 'basics', 'About me');
    expect(
      moveSection(named, 'skills', -99)
        .meta?.canar?.sections?.map(({ key }) => key)
        .slice(0, 2),
    ).toEqual(['basics', 'skills']);
  });

  it('renames a section and restores its default title', () => {
    const named = renameSection(profile, 'work', '  Jobs ');
    expect(orderedSections(named)[0]?.title).toBe('Jobs');
    expect(orderedSections(renameSection(named, 'work', ''))[0]?.title).toBe('Experience');
  });

  it('adds a custom section with an item and removes it without a trace', () => {
    const named = renameSection(profile, 'work', 'Jobs');
    const added = addSection(named, { key: 'custom-x', title: 'Patents', item: { name: 'Raft' }, id: 'x' });
    expect(orderedSections(added).at(-1)).toMatchObject({ title: 'Patents', ids: ['x'], items: [{ name: 'Raft' }] });
    const hidden = toggleItem(toggleSection(added, 'custom-x'), 'x');
    const removed = removeSection(hidden, 'custom-x');
    expect(JSON.stringify(removed)).not.toMatch(/custom-x|Raft|"x"/);
    expect(orderedSections(removed)[0]?.title).toBe('Jobs');
  });

  it('hides a section without loss', () => {
    const hidden = toggleSection(profile, 'work');
    expect(orderedSections(hidden)[0]).toMatchObject({ key: 'work', hidden: true });
    expect(hidden.work).toBe(profile.work);
    expect(orderedSections(toggleSection(hidden, 'work'))[0]?.hidden).toBe(false);
  });
});

it('moves an entry of a list', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
});
