import type { ProfileDocument } from '@canar/profile-document';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import type { Publication, Revision } from '@/lib/api/types';
import { problem, stubApi } from '@/testing/stub-api';
import { SaveEdit } from './save-edit';
import { editorStore, profileWith, publicationWith, renderEditor, revisionWith } from '../testing/render-editor';

const { editor, problems } = messagesOf('en');
const text = editor.save;
const post = 'POST /profiles/p1/revisions';
const acme = { work: [{ name: 'Acme' }] };

interface Situation {
  balance?: number;
  canEdit?: boolean;
  revisions?: Revision[];
  publication?: Publication | null;
  routes?: object;
  document?: ProfileDocument;
}

function open(situation: Situation = {}) {
  const { balance = 20, canEdit = true, revisions = [], publication = null, routes = {}, document = acme } = situation;
  const api = stubApi({
    'GET /credits': { body: { balance, editCost: 5 } },
    'GET /subscription': { body: { canEdit, features: [] } },
    'GET /profiles/p1/revisions': { body: { revisions, nextCursor: null } },
    'GET /profiles/p1/revisions/1': { body: { document: acme } },
    [post]: { status: 201, body: { revision: { number: 2 }, charge: { credits: 5, balanceAfter: 15 } } },
    'GET /profiles/p1': { body: profileWith({ publication }) },
    ...routes,
  });
  return { ...api, ...renderEditor(<SaveEdit />, editorStore(document)) };
}

async function save() {
  await screen.findByText(/^You have/);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save edit · 5 credits' })).toBeTruthy());
  fireEvent.click(screen.getByRole('button', { name: 'Save edit · 5 credits' }));
}

describe('SaveEdit', () => {
  it('saves under the current version after sending what is unsent', async () => {
    const { sent, store } = open();
    act(() => store.edit('basics/name', (document) => ({ ...document, basics: { name: 'Lena' } })));
    await save();
    expect(await screen.findByText('Edit 2 saved. 15 credits left.')).toBeTruthy();
    expect(sent(post)).toHaveLength(1);
    expect(sent(post)[0]?.headers).toMatchObject({
      'if-match': '"2"',
      'idempotency-key': expect.stringMatching(/^\w{32}$/),
    });
    expect(sent('GET /credits')).toHaveLength(2);
  });

  it('offers nothing to save when the draft is the latest edit', async () => {
    const { sent } = open({ revisions: [revisionWith({ number: 1 })] });
    const button = await screen.findByRole('button', { name: text.none });
    fireEvent.click(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(sent(post)).toHaveLength(0);
  });

  it('offers nothing to save while a new profile has no words', async () => {
    const empty = { meta: { canar: { locale: 'en-IN', design: { template: 'modern' } } } };
    open({ document: empty });
    expect((await screen.findByRole('button', { name: text.none })).getAttribute('aria-disabled')).toBe('true');
  });

  it('offers a save again when the edit that is like the draft was undone', async () => {
    open({ revisions: [revisionWith({ number: 1, undone: true })] });
    expect(await screen.findByRole('button', { name: 'Save edit · 5 credits' })).toBeTruthy();
    expect(screen.queryByText(text.none)).toBeNull();
  });

  it('leads to the plans instead of saving without a plan', async () => {
    const { sent } = open({ canEdit: false });
    await waitFor(() => expect(sent('GET /subscription')).toHaveLength(1));
    await save();
    expect(await screen.findByRole('dialog', { name: text.needsPlan })).toBeTruthy();
    expect(screen.getByRole('link', { name: text.seePlans }).getAttribute('href')).toMatch(/^\/plans\/?$/);
    expect(sent(post)).toHaveLength(0);
  });

  it('leads to a top-up instead of saving with too few credits', async () => {
    const { sent } = open({ balance: 4 });
    await save();
    expect(await screen.findByText('This edit costs 5; you have 4. Your draft is safe.')).toBeTruthy();
    expect(screen.getByRole('link', { name: text.topUp }).getAttribute('href')).toMatch(/^\/credits\/?$/);
    expect(sent(post)).toHaveLength(0);
  });

  it('says that nothing was charged for an unchanged draft', async () => {
    open({ routes: { [post]: { body: { revision: { number: 1 }, charge: null } } } });
    await save();
    expect(await screen.findByText(text.unchanged)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo edit 1' })).toBeNull();
  });

  it('leads to the page, where a saved edit is live at once', async () => {
    const { sent } = open({ publication: publicationWith() });
    await waitFor(() => expect(sent('GET /profiles/p1')).toHaveLength(1));
    await save();
    const link = await screen.findByRole('link', { name: text.openPage });
    expect(link.getAttribute('href')).toBe('https://canar.example/p/lena');
    expect(screen.getByText(/^Live now/)).toBeTruthy();
  });

  it('says nothing of a page that is not there or has gone down', async () => {
    const { sent } = open({ publication: publicationWith({ expiresAt: '2020-01-01T10:00:00Z' }) });
    await waitFor(() => expect(sent('GET /profiles/p1')).toHaveLength(1));
    await save();
    await screen.findByText('Edit 2 saved. 15 credits left.');
    expect(screen.queryByText(/Live now/)).toBeNull();
  });

  it('undoes the saved edit from the message', async () => {
    const undo = 'POST /profiles/p1/revisions/2/undo';
    const undone = { revision: { number: 2 }, reversal: { credits: 5, balanceAfter: 20 } };
    const { sent } = open({ routes: { [undo]: { body: undone } } });
    await save();
    fireEvent.click(await screen.findByRole('button', { name: 'Undo edit 2' }));
    expect(await screen.findByText('Edit 2 undone. 5 credits back; you have 20.')).toBeTruthy();
    expect(sent(undo)).toHaveLength(1);
  });

  it('repeats a lost save under the same key, and reads the balance after a 402', async () => {
    const { sent } = open({ routes: { [post]: [problem(500, 'unexpected'), problem(402, 'credits.insufficient')] } });
    await save();
    expect(await screen.findByText(problems.unexpected)).toBeTruthy();
    expect(sent('GET /credits')).toHaveLength(1);
    await save();
    expect(await screen.findByText(problems.credits_insufficient)).toBeTruthy();
    await waitFor(() => expect(sent('GET /credits')).toHaveLength(2));
    const [first, second] = sent(post).map(({ headers }) => headers['idempotency-key']);
    expect(first).toBe(second);
  });
});
