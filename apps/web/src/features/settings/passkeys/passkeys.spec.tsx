import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi } from '@/testing/stub-api';
import { Passkeys } from './passkeys';

const startRegistration = jest.fn();
jest.mock('@simplewebauthn/browser', () => ({
  startRegistration: (asked: object) => startRegistration(asked) as unknown,
}));

const { settings: text } = messagesOf('en');
const { passkeys } = text;

const user = { 'GET /user': { body: { emailVerified: true, email: 'asha@example.in', name: 'Asha Rao' } } };
const phone = { id: 'one', name: 'Phone', synced: true, createdAt: '2026-01-15T10:00:00Z', lastUsedAt: null };
const listed = (...list: object[]) => ({
  body: { passkeys: list, signals: { rpId: 'localhost', userId: 'AAAA', allAcceptedCredentialIds: ['cred'] } },
});
const options = { challenge: 'Y2hhbGxlbmdl' };
const made = {
  id: 'cred',
  response: { clientDataJSON: 'data', attestationObject: 'object', transports: ['internal', 'unheard-of'] },
};

const press = (name: string) => act(async () => void fireEvent.click(await screen.findByRole('button', { name })));
const pressLast = (name: string) =>
  act(async () => void fireEvent.click(screen.getAllByRole('button', { name }).at(-1) as HTMLElement));
const type = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label, { selector: 'input' }), { target: { value } });

describe('Passkeys', () => {
  beforeEach(() => startRegistration.mockReset());

  it('confirms the person, has the browser make a passkey, and adds it under its name', async () => {
    startRegistration.mockResolvedValue(made);
    const { sent } = stubApi({
      ...user,
      'GET /auth/passkeys': [listed(), listed(phone)],
      'POST /auth/passkeys/options': [
        problem(403, 'confirmation.required', { methods: ['password'] }),
        { body: { options } },
      ],
      'POST /auth/confirm': { status: 204 },
      'POST /auth/passkeys': { status: 201, body: phone },
    });
    renderPage(<Passkeys />);
    await press(passkeys.add);
    await pressLast(passkeys.add);
    expect(screen.getByText(passkeys.nameMissing)).toBeTruthy();
    await type(passkeys.name, ' Phone ');
    await pressLast(passkeys.add);
    await type(text.password.current, 'a quiet bird');
    await press(text.confirm.submit);
    expect(await screen.findByText(passkeys.done.add)).toBeTruthy();
    expect(await screen.findByText('Phone')).toBeTruthy();
    expect(startRegistration).toHaveBeenCalledWith({ optionsJSON: options });
    expect(sent('POST /auth/passkeys').map(({ body }) => body)).toEqual([
      {
        name: 'Phone',
        credentialId: 'cred',
        clientDataJson: 'data',
        attestationObject: 'object',
        transports: ['internal'],
      },
    ]);
  });

  it.each([
    ['NotAllowedError', passkeys.notMade],
    ['InvalidStateError', passkeys.knownHere],
  ])('says why the browser has made none: %s', async (name, sentence) => {
    startRegistration.mockRejectedValue(Object.assign(new Error('no'), { name }));
    stubApi({ ...user, 'GET /auth/passkeys': listed(), 'POST /auth/passkeys/options': { body: { options } } });
    renderPage(<Passkeys />);
    await press(passkeys.add);
    await type(passkeys.name, 'Phone');
    await pressLast(passkeys.add);
    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('renames and removes a passkey', async () => {
    const { sent } = stubApi({
      ...user,
      'GET /auth/passkeys': [listed(phone), listed({ ...phone, name: 'Key ring' }), listed()],
      'PATCH /auth/passkeys/one': { status: 204 },
      'DELETE /auth/passkeys/one': { status: 204 },
    });
    renderPage(<Passkeys />);
    await press(passkeys.renameOf.replace('{name}', 'Phone'));
    await type(passkeys.name, 'Key ring');
    await pressLast(passkeys.rename);
    await press(passkeys.removeOf.replace('{name}', 'Key ring'));
    await pressLast(passkeys.remove);
    await waitFor(() => expect(screen.queryByText('Key ring')).toBeNull());
    expect(sent('PATCH /auth/passkeys/one').map(({ body }) => body)).toEqual([{ name: 'Key ring' }]);
    expect(sent('DELETE /auth/passkeys/one')).toHaveLength(1);
  });

  it('reports the working passkeys and the name of their person to the browser', async () => {
    const [accepted, details] = [jest.fn(), jest.fn()];
    const PublicKeyCredential = Object.assign(() => undefined, {
      signalAllAcceptedCredentials: accepted,
      signalCurrentUserDetails: details,
    });
    Object.assign(window, { PublicKeyCredential });
    stubApi({ ...user, 'GET /auth/passkeys': listed(phone) });
    renderPage(<Passkeys />);
    await waitFor(() => expect(details).toHaveBeenCalled());
    Reflect.deleteProperty(window, 'PublicKeyCredential');
    expect(accepted).toHaveBeenCalledWith({ rpId: 'localhost', userId: 'AAAA', allAcceptedCredentialIds: ['cred'] });
    expect(details).toHaveBeenCalledWith({
      rpId: 'localhost',
      userId: 'AAAA',
      name: 'asha@example.in',
      displayName: 'Asha Rao',
    });
  });

  it('asks to verify the address first', async () => {
    stubApi({ 'GET /user': { body: { emailVerified: false } }, 'GET /auth/passkeys': listed() });
    renderPage(<Passkeys />);
    expect(await screen.findByText(passkeys.verifyFirst)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
