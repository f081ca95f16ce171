import { act, fireEvent, render, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { problem, stubApi, type StubResponse } from '@/testing/stub-api';
import { ForgotPassword } from './forgot-password';
import { ResetPassword } from './reset-password';
import { VerifyEmail } from './verify-email';

const { auth, problems } = messagesOf('en');
const page = { locale: 'en', text: auth, problems } as const;
const account = (emailVerified = false) => ({ body: { createdAt: '2026-01-15T10:00:00Z', emailVerified } });
const done: StubResponse = { status: 204 };

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value } });

describe('ForgotPassword', () => {
  it('says the same for every address once the link was asked for', async () => {
    const { sent } = stubApi({ 'POST /auth/forgot-password': done });
    render(<ForgotPassword {...page} />);
    type(auth.email, ' asha@example.in ');
    await press(auth.forgot.submit);
    expect(await screen.findByText(auth.forgot.sent.replace('{email}', 'asha@example.in'))).toBeTruthy();
    expect(sent('POST /auth/forgot-password').map(({ body }) => body)).toEqual([{ email: 'asha@example.in' }]);
    expect(screen.getByRole('button', { name: auth.forgot.resend })).toBeTruthy();
  });

  it('asks for an address that looks like one before it sends anything', async () => {
    const { requests } = stubApi({});
    render(<ForgotPassword {...page} />);
    await press(auth.forgot.submit);
    expect(await screen.findByText(auth.missing.email)).toBeTruthy();
    type(auth.email, 'asha@');
    expect(await screen.findByText(auth.badEmail)).toBeTruthy();
    expect(requests).toEqual([]);
  });

  it('says when there were too many requests', async () => {
    stubApi({ 'POST /auth/forgot-password': problem(429, 'request.too-many') });
    render(<ForgotPassword {...page} />);
    type(auth.email, 'asha@example.in');
    await press(auth.forgot.submit);
    expect(await screen.findByText(problems.request_too_many)).toBeTruthy();
  });
});

function open(Page: typeof ResetPassword, routes: Parameters<typeof stubApi>[0], hash = '#token=abc') {
  window.history.replaceState(null, '', `/reset-password/${hash}`);
  const api = stubApi(routes);
  render(<Page {...page} />);
  return api;
}

describe('ResetPassword', () => {
  const reset = 'POST /auth/reset-password';

  it('sets the password with the token and then leads to sign-in', async () => {
    const { sent } = open(ResetPassword, { 'POST /auth/link-account': account(true), [reset]: done });
    await screen.findByRole('button', { name: auth.reset.submit });
    expect(window.location.href).not.toContain('abc');
    expect(screen.queryByRole('button', { name: auth.notMine.ask })).toBeNull();
    type(auth.reset.password, 'a quiet bird');
    await press(auth.reset.submit);
    expect((await screen.findByRole('link', { name: auth.reset.signIn })).getAttribute('href')).toBe('/sign-in/');
    expect(sent(reset).map(({ body }) => body)).toEqual([{ token: 'abc', password: 'a quiet bird' }]);
  });

  it('shows at the field what is wrong with the password', async () => {
    const errors = [{ pointer: '/password', code: 'password.common', message: 'Known from breaches.' }];
    open(ResetPassword, {
      'POST /auth/link-account': account(),
      [reset]: problem(400, 'password.weak', { errors }),
    });
    await screen.findByRole('button', { name: auth.reset.submit });
    type(auth.reset.password, 'short');
    await press(auth.reset.submit);
    expect(await screen.findByText(auth.shortPassword)).toBeTruthy();
    type(auth.reset.password, 'password123');
    await press(auth.reset.submit);
    expect(await screen.findByText('Known from breaches.')).toBeTruthy();
  });

  it.each([
    ['used before', '#token=abc'],
    ['without a token', ''],
  ])('leads to a new link when the link is %s', async (_, hash) => {
    open(ResetPassword, { 'POST /auth/link-account': problem(401, 'mailed-link.invalid') }, hash);
    expect(await screen.findByText(problems.mailed_link_invalid)).toBeTruthy();
    expect(screen.getByRole('link', { name: auth.forgot.again }).getAttribute('href')).toBe('/forgot-password/');
  });

  it('offers an unverified address back after asking once more', async () => {
    const { sent } = open(ResetPassword, {
      'POST /auth/link-account': account(),
      'POST /auth/release-address': done,
    });
    expect(await screen.findByText(/15 Jan(uary)? 2026/)).toBeTruthy();
    await press(auth.notMine.ask);
    expect(sent('POST /auth/release-address')).toEqual([]);
    await press(auth.notMine.confirm);
    expect((await screen.findByRole('link', { name: auth.notMine.signUp })).getAttribute('href')).toBe('/sign-up/');
    expect(sent('POST /auth/release-address').map(({ body }) => body)).toEqual([{ token: 'abc' }]);
  });
});

describe('VerifyEmail', () => {
  it('verifies the address after a click, and only then', async () => {
    const { sent } = open(VerifyEmail, { 'POST /auth/link-account': account(), 'POST /auth/verify-email': done });
    await screen.findByRole('button', { name: auth.verify.submit });
    expect(sent('POST /auth/verify-email')).toEqual([]);
    await press(auth.verify.submit);
    expect(await screen.findByText(auth.verify.done)).toBeTruthy();
    expect(sent('POST /auth/verify-email').map(({ body }) => body)).toEqual([{ token: 'abc' }]);
  });

  it('says why a link that was used meanwhile does not verify', async () => {
    open(VerifyEmail, {
      'POST /auth/link-account': account(),
      'POST /auth/verify-email': problem(401, 'mailed-link.invalid'),
    });
    await screen.findByRole('button', { name: auth.verify.submit });
    await press(auth.verify.submit);
    expect(await screen.findByText(problems.mailed_link_invalid)).toBeTruthy();
  });
});
