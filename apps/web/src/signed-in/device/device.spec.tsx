import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { delMany, keys } from 'idb-keyval';
import { messagesOf } from '@/i18n/catalogue';
import { session } from '@/lib/api/session';
import { queryKeys } from '@/lib/query-keys';
import { problem, stubApi, stubOffline } from '@/testing/stub-api';
import { useUser } from '../api/get-user';
import { writeLocalDraft } from '../drafts/local-draft';
import { leaveToSignIn } from '../leave-to-sign-in';
import { makeQueryClient } from '../make-query-client';
import { SignedIn } from '../signed-in';
import { deviceAccount, rememberAccount, setSharedDevice } from './device-account';
import { keepAnswers } from './device-answers';
import { store, stored } from './device-store';

jest.mock('idb-keyval');
jest.mock('../leave-to-sign-in');

const { others, unreachable } = messagesOf('en').account;
const claims = (sub: string) => `e30.${btoa(JSON.stringify({ sub }))}.s`;

function Account() {
  return <p>{useUser().data?.email}</p>;
}

/** Opens a signed-in page on this device. */
function open() {
  return render(
    <SignedIn locale="en" messages={messagesOf('en')}>
      <Account />
    </SignedIn>,
  );
}

/** The API in a session of an account. */
const signedInAs = (id: string) =>
  stubApi({
    'POST /auth/refresh': { body: { accessToken: claims(id), expiresIn: 900 } },
    'GET /user': { body: { id, email: `${id}@example.in` } },
  });

/** A visit online, after which this device has the answers of the account. */
async function visitAs(id: string) {
  signedInAs(id);
  const { unmount } = open();
  await screen.findByText(`${id}@example.in`);
  await waitFor(async () => expect(await stored('answers', id)).toHaveLength(1), { timeout: 3000 });
  unmount();
  session.end();
}

beforeEach(async () => {
  await delMany(await keys());
  localStorage.clear();
  sessionStorage.clear();
  session.end();
  jest.mocked(leaveToSignIn).mockReset();
});

describe('a device without a network', () => {
  it('opens what it has of the account whose session it had last', async () => {
    await visitAs('u1');
    stubOffline();
    open();
    expect(await screen.findByText('u1@example.in')).toBeTruthy();
  });

  it('requests everything on the page again as soon as there is a network', async () => {
    await visitAs('u1');
    const { sent } = signedInAs('u1');
    open();
    await waitFor(() => expect(sent('GET /user')).toHaveLength(1));
  });

  it('stores no balance and no subscription, which decide what may be bought and saved', async () => {
    const client = makeQueryClient();
    for (const key of [queryKeys.credits, queryKeys.subscription, queryKeys.profiles]) client.setQueryData(key, {});
    keepAnswers(client, 'u1')();
    await waitFor(async () => expect(await stored('answers', 'u1')).toMatchObject([{ queryKey: ['profiles'] }]));
  });

  it('opens nothing after that session has ended', async () => {
    await visitAs('u1');
    rememberAccount(null);
    stubOffline();
    open();
    expect(await screen.findByText(unreachable)).toBeTruthy();
  });

  it('leads to sign-in when the session turns out to be rejected', async () => {
    await visitAs('u1');
    stubOffline();
    open();
    await screen.findByText('u1@example.in');
    stubApi({ 'POST /auth/refresh': problem(401, 'session.required') });
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(leaveToSignIn).toHaveBeenCalled());
  });

  it('stores nothing of anybody when others use it too', async () => {
    setSharedDevice(true);
    signedInAs('u1');
    open();
    await screen.findByText('u1@example.in');
    await store('answers', 'u1', '', []);
    expect([await keys(), deviceAccount()]).toEqual([[], null]);
  });
});

describe('a device on which another account signs in', () => {
  it('wipes the answers of the one before and asks about its unsent drafts', async () => {
    await visitAs('u1');
    await writeLocalDraft('u1', 'p1', { document: { basics: { name: 'Secret' } }, etag: '"1"' });
    signedInAs('u2');
    open();
    expect(await screen.findByText(others.title)).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/u1@|Secret/);
    expect(await stored('answers', 'u1')).toBeUndefined();
    fireEvent.click(screen.getByRole('button', { name: others.discard }));
    await waitFor(async () => expect((await keys<string>()).filter((key) => key.includes('.u1'))).toEqual([]));
  });

  it('leaves the drafts for the account that wrote them on request', async () => {
    await writeLocalDraft('u1', 'p1', { document: {}, etag: '"1"' });
    signedInAs('u2');
    const { unmount } = open();
    fireEvent.click(await screen.findByRole('button', { name: others.leave }));
    await waitFor(() => expect(screen.queryByText(others.title)).toBeNull());
    expect((await keys<string>()).filter((key) => key.startsWith('canar.draft.u1.'))).toHaveLength(1);
    unmount();
    open();
    await screen.findByText('u2@example.in');
    expect(screen.queryByText(others.title)).toBeNull();
  });
});

it('leaves when another tab ends the session', async () => {
  signedInAs('u1');
  open();
  await waitFor(() => expect(deviceAccount()).toBe('u1'));
  window.dispatchEvent(new StorageEvent('storage', { key: 'canar.account', newValue: null }));
  expect(leaveToSignIn).toHaveBeenCalled();
});
