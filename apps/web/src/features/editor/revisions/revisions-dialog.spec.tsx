import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { problem, stubApi } from '@/testing/stub-api';
import { editorStore, profileWith, renderEditor, revisionWith } from '../testing/render-editor';
import { RevisionsDialog } from './revisions-dialog';

jest.mock('../preview/page-preview', () => ({
  PagePreview: ({ document }: { document: { basics?: { name?: string } } }) => <p>Page of {document.basics?.name}</p>,
}));

const { editor, problems } = messagesOf('en');
const text = editor.revisions;
const list = [revisionWith({ number: 3 }), revisionWith({ number: 2, undone: true }), revisionWith({ number: 1 })];
const named = (name: string) => ({ basics: { name } });

function open(revisions = list, routes: object = {}) {
  const onClose = jest.fn();
  const api = stubApi({
    'GET /profiles/p1': { body: profileWith() },
    'GET /profiles/p1/revisions': { body: { revisions, nextCursor: null } },
    'GET /profiles/p1/revisions/1': { body: { document: named('First') } },
    'GET /profiles/p1/revisions/3': { body: { document: named('Third') } },
    ...routes,
  });
  const { store } = renderEditor(<RevisionsDialog onClose={onClose} />, editorStore(named('Draft')));
  return { ...api, store, onClose };
}

const look = async (number: number) =>
  fireEvent.click(await screen.findByRole('button', { name: `View edit ${number}` }));
const showChanges = () => fireEvent.mouseDown(screen.getByRole('tab', { name: text.compare }), { button: 0 });
const restore = () => fireEvent.click(screen.getByRole('button', { name: text.restore }));

describe('RevisionsDialog', () => {
  it('says that nothing is saved yet', async () => {
    open([]);
    expect(await screen.findByText(text.empty)).toBeTruthy();
  });

  it('marks the edits that were undone', async () => {
    open();
    const lines = await screen.findAllByRole('listitem');
    expect(lines.map((line) => line.textContent?.includes(text.undone))).toEqual([false, true, false]);
  });

  it('opens one edit and goes back to the list', async () => {
    open();
    await look(3);
    expect(screen.getByRole('dialog', { name: 'Edit 3' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: text.back }));
    expect(screen.getByRole('dialog', { name: text.title })).toBeTruthy();
  });
});

describe('names of saved edits', () => {
  const route = 'PATCH /profiles/p1/revisions/3';
  const nameIt = async (name: string) => {
    fireEvent.click(await screen.findByRole('button', { name: 'Name edit 3' }));
    const field = screen.getByRole('textbox', { name: 'Name edit 3' });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: name } });
    fireEvent.click(screen.getByRole('button', { name: text.nameSave }));
  };
  const listed = (name: string | null) => ({
    body: { revisions: [revisionWith({ number: 3, name }), revisionWith({ number: 1 })], nextCursor: null },
  });

  it('gives an edit a name and calls it by it from then on', async () => {
    const { sent } = open(list, {
      [route]: { body: revisionWith({ number: 3, name: 'For Acme' }) },
      'GET /profiles/p1/revisions': [listed(null), listed('For Acme')],
    });
    await nameIt(' For Acme ');
    expect(await screen.findByText('For Acme')).toBeTruthy();
    expect(sent(route).map(({ body }) => body)).toEqual([{ name: 'For Acme' }]);
    await look(3);
    expect(screen.getByRole('dialog', { name: 'Edit 3: For Acme' })).toBeTruthy();
  });

  it('takes a name away, and sends nothing when one thinks better of it', async () => {
    const { sent } = open(list, { [route]: { body: {} }, 'GET /profiles/p1/revisions': listed('For Acme') });
    await nameIt('  ');
    await waitFor(() => expect(sent(route).map(({ body }) => body)).toEqual([{ name: null }]));
    fireEvent.click(await screen.findByRole('button', { name: 'Name edit 3' }));
    fireEvent.click(screen.getByRole('button', { name: text.nameCancel }));
    expect(await screen.findByText('For Acme')).toBeTruthy();
    expect(sent(route)).toHaveLength(1);
  });

  it('keeps what was typed when the name was not taken', async () => {
    open(list, { [route]: problem(404, 'not-found') });
    await nameIt('For Acme');
    expect(await screen.findByText(problems.not_found)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('For Acme');
  });
});

describe('RevisionView', () => {
  it('shows the page of the edit', async () => {
    open();
    await look(3);
    expect(await screen.findByText('Page of Third')).toBeTruthy();
  });

  it('compares the edit with the draft, the draft being newer', async () => {
    open();
    await look(3);
    showChanges();
    expect((await screen.findByText('Third')).tagName).toBe('DEL');
    expect(screen.getByText('Draft').tagName).toBe('INS');
  });

  it.each([
    [1, 3],
    [3, 1],
  ])('compares edit %i with edit %i, the older one first', async (seen, other) => {
    open();
    await look(seen);
    showChanges();
    const choice = screen.getByLabelText<HTMLSelectElement>(text.with);
    expect([...choice.options].map(({ value }) => value)).not.toContain(String(seen));
    fireEvent.change(choice, { target: { value: String(other) } });
    expect((await screen.findByText('First')).tagName).toBe('DEL');
    expect(screen.getByText('Third').tagName).toBe('INS');
  });

  it('puts an edit into the draft under the current version, one undo away', async () => {
    const route = 'POST /profiles/p1/revisions/1/restore';
    const reply = { body: { document: { ...named('First'), work: [{}] }, warnings: [] }, headers: { etag: '"9"' } };
    const { store, sent, onClose } = open(list, { [route]: reply });
    act(() => store.edit('basics/name', () => named('Unsent')));
    await look(1);
    restore();
    expect(await screen.findByText('Edit 1 is in the draft.')).toBeTruthy();
    expect(sent(route)[0]?.headers['if-match']).toBe('"2"');
    expect(store.current().document.basics?.name).toBe('First');
    expect(store.current().document.meta?.canar?.ids?.work).toHaveLength(1);
    expect(store.current().sync).toMatchObject({ phase: 'saved', etag: '"9"' });
    expect(onClose).toHaveBeenCalledTimes(1);
    act(() => store.undo());
    expect(store.current().document).toEqual(named('Unsent'));
  });

  it('says why an edit could not be put into the draft and stays open', async () => {
    const { store, onClose } = open(list, { 'POST /profiles/p1/revisions/1/restore': problem(412, 'draft.stale') });
    await look(1);
    restore();
    await waitFor(() => expect(screen.getByText(problems.draft_stale)).toBeTruthy());
    expect(store.current().document).toEqual(named('Draft'));
    expect(onClose).not.toHaveBeenCalled();
  });
});
