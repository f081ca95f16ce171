import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { session } from '@/lib/api/session';
import { problem, stubApi, stubOffline } from '@/testing/stub-api';
import { leaveToSignIn } from './leave-to-sign-in';
import { SignedIn } from './signed-in';

jest.mock('./leave-to-sign-in');

const { account, common } = messagesOf('en');
const page = (
  <SignedIn locale="en" messages={messagesOf('en')}>
    <p>The page</p>
  </SignedIn>
);

describe('SignedIn', () => {
  beforeEach(() => {
    session.end();
    jest.mocked(leaveToSignIn).mockReset();
  });

  it('shows the page once the session is refreshed', async () => {
    stubApi({
      'POST /auth/refresh': { body: { accessToken: 'a', expiresIn: 900 } },
      'GET /user': { body: { id: 'u1' } },
    });
    render(page);
    expect(screen.queryByText('The page')).toBeNull();
    expect(await screen.findByText('The page')).toBeTruthy();
    expect(leaveToSignIn).not.toHaveBeenCalled();
  });

  it('leads to sign-in without a session', async () => {
    stubApi({ 'POST /auth/refresh': problem(401, 'session.required') });
    render(page);
    await waitFor(() => expect(leaveToSignIn).toHaveBeenCalledTimes(1));
    expect(screen.queryByText('The page')).toBeNull();
  });

  it('offers another try when the server cannot be reached', async () => {
    stubOffline();
    render(page);
    expect(await screen.findByText(account.unreachable)).toBeTruthy();
    expect(leaveToSignIn).not.toHaveBeenCalled();
    stubApi({
      'POST /auth/refresh': { body: { accessToken: 'a', expiresIn: 900 } },
      'GET /user': { body: { id: 'u1' } },
    });
    fireEvent.click(screen.getByRole('button', { name: common.retry }));
    expect(await screen.findByText('The page')).toBeTruthy();
  });
});
