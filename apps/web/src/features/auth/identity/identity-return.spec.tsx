import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { session } from '@/lib/api/session';
import { rememberIdentity } from '@/lib/pending-identity';
import { problem, stubApi, type StubResponse } from '@/testing/stub-api';
import { IdentityButtons } from './identity-buttons';
import { IdentityReturn } from './identity-return';

const push = jest.fn();
jest.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

const { auth, problems } = messagesOf('en');
const page = { locale: 'en', text: auth, problems } as const;
const post = 'POST /login/identity/complete';

function comeBack(reply: StubResponse, query = '?code=c1&state=s1') {
  window.history.replaceState(null, '', `/sign-in/google/${query}`);
  const api = stubApi({ [post]: reply, 'POST /auth/identities/complete': { status: 201, body: {} } });
  render(<IdentityReturn provider="google" {...page} />);
  return api;
}

beforeEach(() => {
  push.mockReset();
  sessionStorage.clear();
});

describe('IdentityReturn', () => {
  it('signs in once with what the provider has sent, and goes on to the page', async () => {
    rememberIdentity({ purpose: 'signIn', locale: 'en', next: '/plans/' });
    const { sent } = comeBack({ body: { user: {}, accessToken: 't', expiresIn: 900 } });
    await waitFor(() => expect(push).toHaveBeenCalledWith('/plans/'));
    expect(sent(post).map(({ body }) => body)).toEqual([{ provider: 'google', code: 'c1', state: 's1' }]);
    expect(window.location.search).toBe('');
  });

  it('goes to no other site, whatever was remembered', async () => {
    rememberIdentity({ purpose: 'signIn', locale: 'en', next: 'https://elsewhere.example/' });
    comeBack({ body: { user: {}, accessToken: 't', expiresIn: 900 } });
    await waitFor(() => expect(push).toHaveBeenCalledWith('/profiles/'));
  });

  it('asks for the second factor', async () => {
    comeBack({ body: { challenge: 'c' } });
    expect(await screen.findByLabelText(auth.secondFactor.code)).toBeTruthy();
  });

  it.each([
    ['identity.account-exists', problems.identity_account_exists],
    ['identity.rejected', problems.identity_rejected],
  ])('says what is to be done after %s', async (code, sentence) => {
    comeBack(problem(409, code));
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.getByRole('link', { name: auth.identity.toSignIn }).getAttribute('href')).toBe('/sign-in/');
  });

  it('connects for who has asked for it in the settings, and goes back there', async () => {
    session.begin('token');
    rememberIdentity({ purpose: 'connect', locale: 'en', next: null });
    const { sent } = comeBack(problem(500, 'unexpected'));
    await waitFor(() => expect(push).toHaveBeenCalledWith('/settings/'));
    expect(sent('POST /auth/identities/complete')).toHaveLength(1);
    expect(sent(post)).toEqual([]);
  });
});

describe('IdentityButtons', () => {
  it('offers the providers that are configured, and says when one cannot be reached', async () => {
    stubApi({
      'GET /site': { body: { identityProviders: ['github'] } },
      'POST /login/identity': problem(503, 'identity.unavailable'),
    });
    render(<IdentityButtons {...page} />);
    fireEvent.click(await screen.findByRole('button', { name: auth.identity.github }));
    expect(await screen.findByText(problems.identity_unavailable)).toBeTruthy();
    expect(screen.queryByRole('button', { name: auth.identity.google })).toBeNull();
  });
});
