import { fireEvent, screen, waitFor } from '@testing-library/react';
import { delMany, keys } from 'idb-keyval';
import { messagesOf } from '@/i18n/catalogue';
import { session } from '@/lib/api/session';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi, type StubResponse } from '@/testing/stub-api';
import { readLocalDrafts, writeLocalDraft, type LocalDraft } from '../drafts/local-draft';
import { deviceAccount, rememberAccount } from '../device/device-account';
import { store } from '../device/device-store';
import { SignOutQuestion } from './sign-out-question';
import { useSignOut } from './use-sign-out';

jest.mock('idb-keyval');

const { unsent: text } = messagesOf('en').account;
const named = (name: string) => ({ basics: { name } });
const onServer = (name: string, etag = '"1"'): StubResponse => ({
  body: { document: named(name), warnings: [] },
  headers: { etag },
});

function SignOut() {
  const signOut = useSignOut();
  return (
    <>
      <button onClick={signOut.start}>out</button>
      <SignOutQuestion signOut={signOut} />
    </>
  );
}

/** Renders the button on a device with one unsent draft of `p1`, presses it and waits for the question, if there is one. */
async function signOut(draft: LocalDraft | null, routes: Record<string, StubResponse> = {}) {
  session.begin('token');
  const api = stubApi({ 'GET /user': { body: { id: 'u1' } }, 'POST /logout': { status: 204 }, ...routes });
  if (draft) await writeLocalDraft('u1', 'p1', draft);
  const { client } = renderPage(<SignOut />);
  await waitFor(() => expect(client.getQueryData(['user'])).toBeTruthy());
  fireEvent.click(screen.getByText('out'));
  if (draft) await screen.findByText(text.title);
  return api;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const isOut = () => waitFor(() => expect(session.headers()).toEqual({}));
const mine: LocalDraft = { document: named('Mine'), etag: '"1"', base: named('Server') };

describe('signing out', () => {
  beforeEach(async () => delMany(await keys()));

  it('signs out at once when nothing is unsent', async () => {
    const { sent } = await signOut(null);
    await isOut();
    expect(sent('POST /logout')).toHaveLength(1);
  });

  it('ignores the unsent draft of another account', async () => {
    await writeLocalDraft('u2', 'p1', mine);
    await signOut(null);
    await isOut();
    expect(await readLocalDrafts('u2', 'p1')).toHaveLength(1);
  });

  it('deletes what the account has on this device, except a draft that is to stay', async () => {
    rememberAccount('u1');
    await store('answers', 'u1', '', []);
    await store('copy', 'u1', 'p1', {});
    await signOut(mine);
    press(text.keep);
    await isOut();
    await waitFor(async () =>
      expect((await keys<string>()).filter((key) => !key.startsWith('canar.draft.u1.'))).toEqual([]),
    );
    expect(await readLocalDrafts('u1', 'p1')).toHaveLength(1);
    expect(deviceAccount()).toBeNull();
  });

  it('asks before signing out when a draft is unsent', async () => {
    const { sent } = await signOut(mine);
    expect(sent('POST /logout')).toEqual([]);
    expect(session.headers()).toEqual({ authorization: 'Bearer token' });
  });

  it('sends the draft merged into the one of the server, then deletes it here', async () => {
    const server = { document: { basics: { name: 'Server', label: 'Elsewhere' } }, warnings: [] };
    const { sent } = await signOut(mine, {
      'GET /profiles/p1/draft': { body: server, headers: { etag: '"2"' } },
      'PUT /profiles/p1/draft': { body: { warnings: [] }, headers: { etag: '"3"' } },
    });
    press(text.send);
    await isOut();
    expect(sent('PUT /profiles/p1/draft')).toMatchObject([
      { body: { document: { basics: { name: 'Mine', label: 'Elsewhere' } } }, headers: { 'if-match': '"2"' } },
    ]);
    expect(await readLocalDrafts('u1', 'p1')).toEqual([]);
  });

  it('sends nothing that the server has already', async () => {
    const { sent } = await signOut(mine, { 'GET /profiles/p1/draft': onServer('Mine', '"2"') });
    press(text.send);
    await isOut();
    expect(sent('PUT /profiles/p1/draft')).toEqual([]);
    expect(await readLocalDrafts('u1', 'p1')).toEqual([]);
  });

  it('stays signed in when both sides changed the same field', async () => {
    const { sent } = await signOut(mine, { 'GET /profiles/p1/draft': onServer('Theirs', '"2"') });
    press(text.send);
    expect(await screen.findByText(text.conflict)).toBeTruthy();
    expect([sent('PUT /profiles/p1/draft'), sent('POST /logout')]).toEqual([[], []]);
    expect(await readLocalDrafts('u1', 'p1')).toHaveLength(1);
  });

  it('stays signed in when the draft could not be sent', async () => {
    await signOut(mine, {
      'GET /profiles/p1/draft': onServer('Server'),
      'PUT /profiles/p1/draft': problem(403, 'role.insufficient'),
    });
    press(text.send);
    expect(await screen.findByText(messagesOf('en').problems.role_insufficient)).toBeTruthy();
    expect(session.headers()).toEqual({ authorization: 'Bearer token' });
    expect(await readLocalDrafts('u1', 'p1')).toHaveLength(1);
  });

  it('leaves the draft of another organisation on this device', async () => {
    await writeLocalDraft('u1', 'p2', { ...mine, document: named('Sent') });
    const { sent } = await signOut(mine, {
      'GET /profiles/p1/draft': problem(404, 'not-found'),
      'GET /profiles/p2/draft': onServer('Server'),
      'PUT /profiles/p2/draft': { body: { warnings: [] }, headers: { etag: '"2"' } },
    });
    press(text.send);
    await isOut();
    expect(sent('PUT /profiles/p2/draft')).toHaveLength(1);
    await waitFor(async () => expect(await readLocalDrafts('u1', 'p2')).toEqual([]));
    expect((await readLocalDrafts('u1', 'p1')).map(({ draft }) => draft.document)).toEqual([named('Mine')]);
  });

  it('leaves the draft on this device when asked to', async () => {
    await signOut(mine);
    press(text.keep);
    await isOut();
    expect(await readLocalDrafts('u1', 'p1')).toHaveLength(1);
  });

  it('deletes the draft when asked to discard it', async () => {
    const { sent } = await signOut(mine);
    press(text.discard);
    await isOut();
    await waitFor(async () => expect(await readLocalDrafts('u1', 'p1')).toEqual([]));
    expect(sent('GET /profiles/p1/draft')).toEqual([]);
  });
});
