import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { currentConsents } from '@canar/api-client';
import { messagesOf } from '@/i18n/catalogue';
import { problem, stubApi } from '@/testing/stub-api';
import { AuthForm } from './auth-form';

const push = jest.fn();
jest.mock('./identity/identity-buttons', () => ({ IdentityButtons: () => null }));
jest.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

const { auth, problems } = messagesOf('en');

async function submit(values: Record<string, string>, mode: 'signUp' | 'signIn', agrees = true) {
  render(<AuthForm mode={mode} locale="en" text={auth} problems={problems} />);
  for (const [label, value] of Object.entries(values)) {
    fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value } });
  }
  if (mode === 'signUp' && agrees) fireEvent.click(screen.getByRole('checkbox'));
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: auth[mode].submit })));
}

const signedIn = { user: {}, accessToken: 't', expiresIn: 900 };
const asha = { Name: 'Asha Rao', Email: 'asha@example.in', Password: 'a quiet bird' };

describe('AuthForm', () => {
  beforeEach(() => push.mockReset());

  it('marks invalid fields, focuses the first one and sends no request', async () => {
    const api = stubApi({});
    await submit({ ...asha, Name: '', Email: 'asha@' }, 'signUp');
    expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
    expect(screen.getByText(auth.badEmail)).toBeTruthy();
    expect(api.requests).toEqual([]);
  });

  it.each([
    ['signIn', 'current-password'],
    ['signUp', 'new-password'],
  ] as const)('hides the password and lets password managers fill it', (mode, autoComplete) => {
    render(<AuthForm mode={mode} locale="en" text={auth} problems={problems} />);
    const field = screen.getByLabelText('Password', { selector: 'input' });
    expect([field.getAttribute('type'), field.getAttribute('autocomplete')]).toEqual(['password', autoComplete]);
    expect(fireEvent.paste(field, { clipboardData: { getData: () => 'a quiet bird' } })).toBe(true);
  });

  it('asks how to begin after sign-up', async () => {
    const api = stubApi({ 'POST /register': { status: 201, body: signedIn } });
    await submit(asha, 'signUp');
    await waitFor(() => expect(push).toHaveBeenCalledWith('/start/'));
    const credentials = { name: 'Asha Rao', email: 'asha@example.in', password: 'a quiet bird' };
    const body = { ...credentials, locale: 'en', consents: currentConsents };
    expect(api.requests.map((request) => request.body)).toEqual([body]);
  });

  it('makes no account without agreement to terms and privacy notice', async () => {
    const api = stubApi({});
    await submit(asha, 'signUp', false);
    expect(screen.getByText(auth.agreeMissing)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('checkbox'));
    expect(screen.getByRole('link', { name: 'privacy notice' }).getAttribute('href')).toBe('/privacy/');
    expect(api.requests).toEqual([]);
  });

  it('asks for the statement of age with the agreement', () => {
    render(<AuthForm mode="signUp" locale="en" text={auth} problems={problems} />);
    expect(
      screen.getByRole('checkbox', { name: /at least 18 years old, or a parent or guardian agrees/ }),
    ).toBeTruthy();
  });

  it('goes to the requested page after sign-in', async () => {
    window.history.replaceState(null, '', '/sign-in/?next=%2Fcredits%2F');
    stubApi({ 'POST /login': { body: signedIn } });
    await submit({ Email: asha.Email, Password: asha.Password }, 'signIn');
    await waitFor(() => expect(push).toHaveBeenCalledWith('/credits/'));
  });

  it('shows the message of a rejected sign-in', async () => {
    stubApi({ 'POST /login': problem(401, 'credentials.wrong') });
    await submit({ Email: asha.Email, Password: 'wrong' }, 'signIn');
    expect(await screen.findByText(problems.credentials_wrong)).toBeTruthy();
    expect(push).not.toHaveBeenCalled();
  });

  it('says that a sign-in link was mailed after too many wrong passwords', async () => {
    stubApi({ 'POST /login': problem(429, 'sign-in.too-many', { retryAfter: 900, signInLink: 'mailed' }) });
    await submit({ Email: asha.Email, Password: 'wrong' }, 'signIn');
    expect(await screen.findByText(problems.sign_in_too_many)).toBeTruthy();
  });

  it('links to sign-in when the account exists already', async () => {
    stubApi({ 'POST /register': problem(409, 'account.exists') });
    await submit(asha, 'signUp');
    expect((await screen.findByRole('link', { name: auth.existsAction })).getAttribute('href')).toBe('/sign-in/');
  });

  it('shows an error of the API at its field', async () => {
    const errors = [{ pointer: '/password', code: 'password.weak', message: 'Too easy to guess.' }];
    stubApi({ 'POST /register': problem(400, 'request.invalid', { errors }) });
    await submit(asha, 'signUp');
    expect(await screen.findByText('Too easy to guess.')).toBeTruthy();
    expect(screen.getByLabelText('Password', { selector: 'input' }).getAttribute('aria-invalid')).toBe('true');
  });
});
