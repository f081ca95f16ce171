import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi, type StubResponse } from '@/testing/stub-api';
import { EditorView } from './editor-view';
import { writeLocalDraft } from '@/signed-in/drafts/local-draft';
import { profileWith } from './testing/render-editor';

jest.mock('idb-keyval');
jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams('profile=p1') }));
jest.mock('./preview/page-preview', () => ({ PagePreview: () => null }));

const { editor: text, common, problems } = messagesOf('en');
const profile = 'GET /profiles/p1';

function open(reply: StubResponse | StubResponse[], latestRevision: number | null = 1) {
  const api = stubApi({
    [profile]: reply,
    'GET /profiles/p1/draft': {
      body: { document: { basics: { name: 'Lena' }, work: [{ name: 'Acme' }] }, warnings: [] },
      headers: { etag: '"1"' },
    },
    'PUT /profiles/p1/draft': { body: { warnings: [] }, headers: { etag: '"2"' } },
    'GET /profiles/p1/revisions': { body: { revisions: [], nextCursor: null } },
    'GET /user': { body: { id: 'u1' } },
    'GET /credits': { body: { balance: 20, editCost: 5 } },
    'GET /subscription': { body: { canEdit: true, features: [] } },
    'GET /profiles/p1/export/md': { file: '# Lena' },
    'GET /profiles/p1/export/pdf': { file: '%PDF' },
  });
  return { ...api, ...renderPage(<EditorView />), latestRevision };
}

const opened = async (change = {}) => {
  const view = open({ body: profileWith(change) });
  await screen.findByRole('heading', { name: 'For Acme' });
  return view;
};

const button = (name: string) => screen.getAllByRole<HTMLButtonElement>('button', { name })[0] as HTMLButtonElement;

afterEach(() => writeLocalDraft('u1', 'p1', null));

describe('EditorView', () => {
  it('reports an unknown profile without retrying', async () => {
    open(problem(404, 'not-found'));
    expect(await screen.findByText(text.missing)).toBeTruthy();
    expect(screen.queryByRole('button', { name: common.retry })).toBeNull();
    expect(screen.getByRole('link', { name: text.back }).getAttribute('href')).toMatch(/^\/profiles\/?$/);
  });

  it('reports why a profile could not be loaded and retries on request', async () => {
    const { sent } = open([problem(403, 'role.insufficient'), { body: profileWith() }]);
    expect(await screen.findByText(problems.role_insufficient)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: common.retry }));
    expect(await screen.findByRole('heading', { name: 'For Acme' })).toBeTruthy();
    expect(sent(profile)).toHaveLength(2);
  });

  it('reports that it restored unsent changes of this device', async () => {
    await writeLocalDraft('u1', 'p1', { document: { basics: { name: 'Mine' } }, etag: '"1"' });
    await opened();
    expect(await screen.findByText(text.restored)).toBeTruthy();
  });
});

describe('the header of the editor', () => {
  it('enables undo and redo only when there is a step', async () => {
    await opened();
    expect([button(text.undo).disabled, button(text.redo).disabled]).toEqual([true, true]);
    const name = screen.getByLabelText<HTMLInputElement>(text.basics.name);
    fireEvent.change(name, { target: { value: 'Asha' } });
    fireEvent.click(button(text.undo));
    expect(name.value).toBe('Lena');
    expect([button(text.undo).disabled, button(text.redo).disabled]).toEqual([true, false]);
    fireEvent.click(button(text.redo));
    expect(name.value).toBe('Asha');
  });
});

describe('MoreMenu', () => {
  const openMenu = () => fireEvent.keyDown(button(text.more), { key: 'Enter' });
  const item = (name: string) => screen.getByRole('menuitem', { name });

  it('exports the PDF of the draft and nothing else before the first saved edit', async () => {
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const { sent } = await opened({ latestRevision: null });
    openMenu();
    expect(item(text.export.pdf).hasAttribute('data-disabled')).toBe(true);
    fireEvent.click(item(text.export.draft));
    await waitFor(() => expect(sent('GET /profiles/p1/export/pdf')).toHaveLength(1));
    expect(sent('GET /profiles/p1/export/pdf')[0]?.query).toEqual({ revision: 'draft' });
  });

  it('saves an export under the title of the profile', async () => {
    const saved: string[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    const { sent } = await opened();
    openMenu();
    fireEvent.click(item(text.export.md));
    await waitFor(() => expect(saved).toEqual(['For Acme.md']));
    openMenu();
    fireEvent.click(item(text.export.pdf));
    await waitFor(() => expect(saved).toEqual(['For Acme.md', 'For Acme.pdf']));
    expect(sent('GET /profiles/p1/export/pdf')[0]?.query).toEqual({});
  });

  it('opens the dialogs of import and saved edits from the menu', async () => {
    await opened();
    openMenu();
    fireEvent.click(item(text.import.open));
    fireEvent.click(
      within(await screen.findByRole('dialog', { name: text.import.title })).getByLabelText(common.close),
    );
    openMenu();
    fireEvent.click(item(text.revisions.open));
    expect(await screen.findByText(text.revisions.empty)).toBeTruthy();
  });
});

describe('the panes of the editor', () => {
  it('shows one pane of the editor at a time on a phone', async () => {
    await opened();
    const panes = screen.getByRole('navigation', { name: text.panes.label });
    const isHidden = () =>
      ['edit', 'preview', 'design'].map((id) => document.getElementById(`${id}-pane`)?.className.includes('hidden'));
    expect(isHidden()).toEqual([false, true, true]);
    act(() => within(panes).getByText(text.panes.design).click());
    expect(isHidden()).toEqual([true, true, false]);
  });
});
