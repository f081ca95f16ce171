import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { session } from '@/lib/api/session';
import { problem, stubApi, type StubResponse } from '@/testing/stub-api';
import { Invitation } from './invitation';

jest.mock('idb-keyval');

const { auth, problems } = messagesOf('en');
const { invitation: text } = auth;
const found = {
  body: { organisation: 'Rao & Sons', email: 'asha@example.in', role: 'editor', expiresAt: '2026-01-15T11:00:00Z' },
};
const accept = 'POST /invitation/accept';

function open(routes: Record<string, StubResponse>, hash = '#token=abc-_1') {
  window.history.replaceState(null, '', `/invitation/${hash}`);
  const api = stubApi({ 'POST /invitation': found, ...routes });
  render(<Invitation locale="en" text={auth} problems={problems} />);
  return api;
}

beforeEach(() => {
  sessionStorage.clear();
  session.end();
});

describe('Invitation', () => {
  it('accepts on a click and acts for the organisation', async () => {
    session.begin('old');
    const { sent } = open({
      [accept]: { body: { id: 't2', name: 'Rao & Sons', role: 'editor', current: false } },
      'POST /tenants/t2/switch': { body: { accessToken: 'new' } },
    });
    const button = await screen.findByRole('button', { name: text.accept });
    expect(screen.getByText('“Rao & Sons” invites asha@example.in to work with them.')).toBeTruthy();
    expect(window.location.href).not.toContain('abc');
    expect(sent(accept)).toEqual([]);
    await act(async () => void fireEvent.click(button));
    await waitFor(() => expect(session.headers()).toEqual({ authorization: 'Bearer new' }));
    expect(sent(accept).map(({ body }) => body)).toEqual([{ token: 'abc-_1' }]);
    await waitFor(() => expect(sessionStorage.length).toBe(0));
  });

  it('leads who is not signed in to sign in, and knows the link when they return', async () => {
    const { sent } = open({ 'POST /auth/refresh': problem(401, 'session.ended') });
    const way = await screen.findByRole('link', { name: text.signIn });
    expect(way.getAttribute('href')).toBe('/sign-in/?next=%2Finvitation%2F');
    expect(screen.getByRole('link', { name: text.signUp }).getAttribute('href')).toBe(
      '/sign-up/?next=%2Finvitation%2F',
    );
    session.begin('signed in');
    render(<Invitation locale="en" text={auth} problems={problems} />);
    expect(await screen.findByRole('button', { name: text.accept })).toBeTruthy();
    expect(sent('POST /invitation').map(({ body }) => body)).toEqual([{ token: 'abc-_1' }, { token: 'abc-_1' }]);
  });

  it('says that the account has another address, and stays as it is', async () => {
    session.begin('old');
    open({ [accept]: problem(403, 'invitation.other-address') });
    const button = await screen.findByRole('button', { name: text.accept });
    await act(async () => void fireEvent.click(button));
    expect(await screen.findByText(problems.invitation_other_address)).toBeTruthy();
    expect(screen.getByRole('button', { name: text.accept })).toBeTruthy();
  });

  it('says that a link does not work, and asks for nothing without a token', async () => {
    const { sent } = open({}, '');
    expect(await screen.findByText(problems.mailed_link_invalid)).toBeTruthy();
    expect(sent('POST /invitation')).toEqual([]);
  });
});
