import type { MergeConflict, ProfileDocument } from '@canar/profile-document';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { cleanSync } from '../model/sync';
import { editorStore, renderEditor } from '../testing/render-editor';
import { ConflictBar } from './conflict-bar';

const { conflict: text } = messagesOf('en').editor;

function conflictOf(field: string, mine: string | undefined, theirs: string | undefined): MergeConflict {
  const place = { section: 'basics', field };
  return { kind: 'field', place, path: ['basics', field], base: 'old', mine, theirs } as MergeConflict;
}

function open(document: ProfileDocument, conflicts: MergeConflict[]) {
  const base = {
    basics: { name: 'Theirs', label: 'Their label' },
    work: [{ name: 'Acme' }],
    meta: { canar: { ids: { work: ['a'] } } },
  };
  const sync = { ...cleanSync('"1"'), conflicts };
  const { store } = renderEditor(<ConflictBar />, editorStore(document, { snapshot: { base, sync } }));
  fireEvent.click(screen.getByRole('button', { name: text.choose }));
  return store;
}

const mine: ProfileDocument = { basics: { name: 'Mine', label: 'My label' } };
const nameConflict = conflictOf('name', 'Mine', 'Theirs');
const labelConflict = conflictOf('label', 'My label', 'Their label');
const dialog = () => within(screen.getByRole('dialog', { name: text.title }));
const take = (side: string, name: string) =>
  fireEvent.click(dialog().getByRole('button', { name: `${side}, ${name}: use this one` }));

describe('ConflictBar', () => {
  const bar = () => screen.getByRole('region', { name: text.title });

  it('shows what both sides say now, not what they said when they differed', () => {
    const store = open({ basics: { name: 'Mine' } }, [nameConflict]);
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    act(() => store.edit('basics/name', () => ({ basics: { name: 'Mine, and more' } })));
    expect(bar().textContent).toContain('Here: “Mine, and more”. Elsewhere: “Theirs”.');
  });

  it('announces a conflict once, without what is typed into it', () => {
    const store = open(mine, [nameConflict, labelConflict]);
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    const announced = () => within(bar()).getByRole('alert').textContent;
    const before = announced();
    expect(before).toBe('Changed elsewhere too: Profile · Name and one more place');
    act(() => store.edit('basics/name', () => ({ basics: { name: 'Mine, and more' } })));
    expect(announced()).toBe(before);
  });

  it('shows no conflict bar without a conflict', () => {
    renderEditor(<ConflictBar />);
    expect(screen.queryByRole('region')).toBeNull();
  });
});

describe('ConflictDialog', () => {
  it('shows both sides of each conflict', () => {
    open(mine, [nameConflict, labelConflict]);
    const [name, label] = dialog().getAllByRole('listitem');
    expect(name?.textContent).toMatch(/Profile · Name.*On this deviceMine.*ElsewhereTheirs/);
    expect(label?.textContent).toMatch(/Headline.*My label.*Their label/);
    expect(dialog().getByText(/2 places were changed on both sides/)).toBeTruthy();
  });

  it('settles one conflict and goes on asking for the others', () => {
    const store = open(mine, [nameConflict, labelConflict]);
    take(text.theirs, 'Profile · Name');
    expect(store.current().document.basics).toEqual({ name: 'Theirs', label: 'My label' });
    expect(store.current().sync.conflicts).toEqual([labelConflict]);
    expect(dialog().queryByRole('button', { name: text.keepMine })).toBeNull();
  });

  it('keeps what is in the draft when the own side is taken, and closes after the last', async () => {
    const store = open(mine, [nameConflict]);
    take(text.mine, 'Profile · Name');
    expect(store.current().document.basics?.name).toBe('Mine');
    expect(store.current().sync.phase).toBe('waiting');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('takes all of one side at once', async () => {
    const store = open(mine, [nameConflict, labelConflict]);
    fireEvent.click(dialog().getByRole('button', { name: text.keepTheirs }));
    expect(store.current().document.basics).toEqual({ name: 'Theirs', label: 'Their label' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says which side emptied a field, deleted an entry or reordered a list', () => {
    const place = { section: 'work' };
    open({ basics: { name: 'Mine' } }, [
      conflictOf('label', undefined, 'Their label'),
      { kind: 'removed', place, path: ['work', 'a'], mine: undefined, theirs: { name: 'Acme' } } as MergeConflict,
      { kind: 'order', place, path: ['work'], mine: ['a', 'b'], theirs: ['b', 'a'] } as MergeConflict,
    ]);
    const [emptied, deleted, reordered] = dialog().getAllByRole('listitem');
    expect(emptied?.textContent).toContain(text.cleared);
    expect(deleted?.textContent).toMatch(/Deleted\..*Acme/);
    expect(reordered?.textContent).toMatch(/Experience: order.*Entries in the order of this side/);
  });
});
