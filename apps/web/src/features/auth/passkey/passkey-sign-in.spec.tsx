import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { problem, stubApi } from '@/testing/stub-api';
import { PasskeySignIn } from './passkey-sign-in';

const startAuthentication = jest.fn();
const cancelCeremony = jest.fn();
jest.mock('@simplewebauthn/browser', () => ({
  startAuthentication: (asked: object) => startAuthentication(asked) as unknown,
  WebAuthnAbortService: { cancelCeremony: () => cancelCeremony() as unknown },
}));

const { auth, problems } = messagesOf('en');
const options = { challenge: 'Y2hhbGxlbmdl', rpId: 'localhost' };
const asked = { 'POST /login/passkey/options': { body: { options } } };
const post = 'POST /login/passkey';
const signed = {
  id: 'cred',
  response: { clientDataJSON: 'data', authenticatorData: 'auth', signature: 'sig', userHandle: 'me' },
};
const sentBody = {
  credentialId: 'cred',
  clientDataJson: 'data',
  authenticatorData: 'auth',
  signature: 'sig',
  userHandle: 'me',
};
const done = { body: { user: {}, accessToken: 't', expiresIn: 900 } };
const forget = jest.fn();
const onSignedIn = jest.fn();

/** A browser that knows passkeys. */
function browser({ autofill = false } = {}) {
  const PublicKeyCredential = Object.assign(() => undefined, {
    isConditionalMediationAvailable: () => Promise.resolve(autofill),
    signalUnknownCredential: forget,
  });
  Object.assign(window, { PublicKeyCredential });
}

const show = () => render(<PasskeySignIn locale="en" text={auth} problems={problems} onSignedIn={onSignedIn} />);
const press = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: auth.passkey })));

describe('PasskeySignIn', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    startAuthentication.mockResolvedValue(signed);
  });
  afterEach(() => void Reflect.deleteProperty(window, 'PublicKeyCredential'));

  it('signs in with the passkey that the person chooses after the click', async () => {
    browser();
    const { sent } = stubApi({ ...asked, [post]: done });
    show();
    expect(startAuthentication).not.toHaveBeenCalled();
    await press();
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledTimes(1));
    expect(startAuthentication).toHaveBeenCalledWith({ optionsJSON: options, useBrowserAutofill: false });
    expect(sent(post).map(({ body }) => body)).toEqual([sentBody]);
  });

  it('offers passkeys in the list of what the browser fills in, and stops on leaving', async () => {
    browser({ autofill: true });
    stubApi({ ...asked, [post]: done });
    const { unmount } = show();
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledTimes(1));
    expect(startAuthentication).toHaveBeenCalledWith({ optionsJSON: options, useBrowserAutofill: true });
    unmount();
    await waitFor(() => expect(cancelCeremony).toHaveBeenCalled());
  });

  it('says nothing when the person chooses no passkey', async () => {
    browser();
    const { sent } = stubApi(asked);
    startAuthentication.mockRejectedValue(Object.assign(new Error('no'), { name: 'NotAllowedError' }));
    show();
    await press();
    await waitFor(() => expect(screen.getByRole('button').getAttribute('aria-busy')).toBeNull());
    expect(screen.queryByText(problems.passkey_invalid)).toBeNull();
    expect([onSignedIn.mock.calls, sent(post)]).toEqual([[], []]);
  });

  it('says that no passkey can be offered only after a click', async () => {
    browser({ autofill: true });
    stubApi(asked);
    startAuthentication.mockRejectedValue(Object.assign(new Error('no'), { name: 'SecurityError' }));
    show();
    await waitFor(() => expect(startAuthentication).toHaveBeenCalledTimes(1));
    expect(screen.queryByText(problems.passkey_invalid)).toBeNull();
    await press();
    expect(await screen.findByText(problems.passkey_invalid)).toBeTruthy();
  });

  it('says when a passkey does not work, and reports an unknown one to the browser', async () => {
    browser();
    stubApi({ ...asked, [post]: problem(401, 'passkey.unknown') });
    show();
    await press();
    expect(await screen.findByText(problems.passkey_unknown)).toBeTruthy();
    expect(forget).toHaveBeenCalledWith({ rpId: 'localhost', credentialId: 'cred' });
    expect(onSignedIn).not.toHaveBeenCalled();
  });

  it('shows nothing in a browser that knows no passkeys', () => {
    const { requests } = stubApi({});
    show();
    expect(screen.queryByRole('button')).toBeNull();
    expect(requests).toEqual([]);
  });
});
