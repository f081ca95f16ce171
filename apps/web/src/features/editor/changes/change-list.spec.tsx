import type { DocumentChange } from '@canar/profile-document';
import { fireEvent, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { renderPage } from '@/testing/render-page';
import { editorStore, renderEditor } from '../testing/render-editor';
import { ChangeList } from './change-list';
import { MergeNotice } from './merge-notice';

const { changes: text, merged } = messagesOf('en').editor;

function changeOf(change: Partial<DocumentChange>): DocumentChange {
  return { kind: 'changed', place: { section: 'basics', field: 'name' }, ...change } as DocumentChange;
}

describe('ChangeList', () => {
  it('says that nothing differs', () => {
    renderPage(<ChangeList changes={[]} />);
    expect(screen.getByText(text.none)).toBeTruthy();
  });

  it('shows what stood there and what stands there now', () => {
    renderPage(<ChangeList changes={[changeOf({ before: 'Lena', after: 'Asha' })]} />);
    expect(screen.getByText('Profile · Name')).toBeTruthy();
    expect(screen.getByText('Lena').tagName).toBe('DEL');
    expect(screen.getByText('Asha').tagName).toBe('INS');
  });

  it('shows one side of what was added or removed', () => {
    const { container } = renderPage(<ChangeList changes={[changeOf({ kind: 'added', after: 'Asha' })]} />);
    expect(container.querySelector('del')).toBeNull();
    expect(container.querySelector('ins')?.textContent).toBe('Asha');
  });

  it('names the places of an entry that moved', () => {
    const place = { section: 'work', item: { id: 'a', title: 'Acme' } };
    renderPage(<ChangeList changes={[changeOf({ kind: 'moved', place, before: 2, after: 1 } as object)]} />);
    expect(screen.getByText('Experience · Acme')).toBeTruthy();
    expect(screen.getByText('from place 2 to place 1')).toBeTruthy();
  });

  it('says by words that a section was hidden and a setting switched', () => {
    const section = { section: 'interests', field: 'hidden' };
    const setting = { section: 'other', field: 'meta.own' };
    const switched = [
      { place: section, after: true },
      { place: section, before: true, after: false },
      { place: setting, after: false },
    ];
    const { container } = renderPage(<ChangeList changes={switched.map((change) => changeOf(change as object))} />);
    expect(screen.getAllByText('Interests · Visibility')).toHaveLength(2);
    expect([...container.querySelectorAll('ins')].map((line) => line.textContent)).toEqual(['Hidden', 'Visible', 'No']);
  });

  it('shows 200 changes and counts the rest', () => {
    renderPage(<ChangeList changes={Array.from({ length: 203 }, () => changeOf({ after: 'x' }))} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(200);
    expect(screen.getByText('3 more changes.')).toBeTruthy();
  });
});

describe('MergeNotice', () => {
  const open = (changes: DocumentChange[] | null) =>
    renderEditor(<MergeNotice />, editorStore({}, { snapshot: { merged: changes } }));

  it('names the sections that a merge changed and shows the changes on request', async () => {
    open([
      changeOf({ after: 'Asha' }),
      changeOf({ after: 'x' }),
      changeOf({ place: { section: 'work' } as never, after: 'y' }),
    ]);
    expect(await screen.findByText('Merged with changes from elsewhere: Profile and Experience')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: merged.look }));
    expect(screen.getByRole('dialog', { name: merged.title }).textContent).toContain('Asha');
  });

  it.each([['before the first merge', null] as const, ['when a merge changed nothing', []] as const])(
    'says nothing %s',
    (_, changes) => {
      open(changes as DocumentChange[] | null);
      expect(screen.queryByRole('button', { name: merged.look })).toBeNull();
    },
  );
});
