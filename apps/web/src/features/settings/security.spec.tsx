import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { session } from '@/lib/api/session';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi } from '@/testing/stub-api';
import { AccountActivity } from './account-activity';
import { AddressState } from './address-state';
import { ChangePassword } from './change-password';
import { Sessions } from './sessions';

const { settings: text, problems } = messagesOf('en');

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value } });

describe('ChangePassword', () => {
  const change = 'POST /auth/change-password';

  async function submit(currentPassword: string, password: string) {
    renderPage(<ChangePassword />);
    await press(text.password.change);
    await screen.findByRole('dialog', { name: text.password.change });
    type(text.password.current, currentPassword);
    type(text.password.new, password);
    await press(text.password.submit);
  }

  it('sends both passwords, goes on with the new token and says what was done', async () => {
    const { sent } = stubApi({ [change]: { body: { user: {}, accessToken: 'new', expiresIn: 900 } } });
    await submit('the old one', 'a quiet bird');
    expect(await screen.findByText(text.password.changed)).toBeTruthy();
    expect(sent(change).map(({ body }) => body)).toEqual([
      { currentPassword: 'the old one', password: 'a quiet bird' },
    ]);
    expect(session.headers()).toEqual({ authorization: 'Bearer new' });
  });

  it('asks for both before it sends anything', async () => {
    const { requests } = stubApi({});
    await submit('', 'short');
    expect(await screen.findByText(text.password.currentMissing)).toBeTruthy();
    expect(screen.getByText(text.password.tooShort)).toBeTruthy();
    expect(requests).toEqual([]);
  });

  it('shows at its field that the current password is wrong', async () => {
    stubApi({ [change]: problem(403, 'password.wrong') });
    await submit('not this one', 'a quiet bird');
    expect(await screen.findByText(problems.password_wrong)).toBeTruthy();
    expect(screen.getByLabelText(text.password.current, { selector: 'input' }).getAttribute('aria-invalid')).toBe(
      'true',
    );
  });

  it('shows at its field why the new password is weak', async () => {
    const errors = [{ pointer: '/password', code: 'password.common', message: 'Known from breaches.' }];
    stubApi({ [change]: problem(400, 'password.weak', { errors }) });
    await submit('the old one', 'password123');
    expect(await screen.findByText('Known from breaches.')).toBeTruthy();
  });
});

describe('AddressState', () => {
  const address = (suppression: string | null) => ({ body: { email: 'asha@example.in', verified: true, suppression } });

  it('says that mail came back, and resumes it when the link is mailed again', async () => {
    const { sent } = stubApi({
      'GET /auth/address': [address('bounce'), address(null)],
      'POST /auth/resend-verification': { status: 204 },
    });
    renderPage(<AddressState verified />);
    expect(await screen.findByText(text.suppression.bounce)).toBeTruthy();
    await press(text.resendVerification);
    expect(await screen.findByText(text.verificationSent)).toBeTruthy();
    await waitFor(() => expect(screen.queryByText(text.suppression.bounce)).toBeNull());
    expect(sent('POST /auth/resend-verification')).toHaveLength(1);
  });

  it('offers no link after a complaint, and names who can help', async () => {
    stubApi({ 'GET /auth/address': address('complaint') });
    renderPage(<AddressState verified={false} />);
    expect(await screen.findByText(text.suppression.complaint)).toBeTruthy();
    expect(screen.queryByRole('button', { name: text.resendVerification })).toBeNull();
  });

  it('sends the mail again while the address is not verified', async () => {
    const { sent } = stubApi({ 'GET /auth/address': address(null), 'POST /auth/resend-verification': { status: 204 } });
    renderPage(<AddressState verified={false} />);
    await press(text.resendVerification);
    expect(await screen.findByText(text.verificationSent)).toBeTruthy();
    expect(sent('POST /auth/resend-verification')).toHaveLength(1);
  });
});

describe('AccountActivity', () => {
  it('shows what happened in words, and more on demand', async () => {
    const entry = { id: 'a1', act: 'sign-in.succeeded', method: 'link', reason: null, at: '2026-01-15T10:00:00Z' };
    const earlier = { ...entry, id: 'a2', act: 'session.ended', method: null, reason: 'token-reused' };
    const device = { browser: 'Firefox', system: 'Android' };
    stubApi({
      'GET /auth/audit': ({ query }) => ({
        body: query['cursor']
          ? { entries: [{ ...earlier, browser: null, system: null }], nextCursor: null }
          : { entries: [{ ...entry, ...device }], nextCursor: 'next' },
      }),
    });
    renderPage(<AccountActivity />);
    expect(await screen.findByText(text.activity.acts.sign_in_succeeded)).toBeTruthy();
    expect(screen.getByText(`${text.activity.methods.link} · Firefox on Android`)).toBeTruthy();
    await press('Show more');
    expect(await screen.findByText(text.activity.reasons.token_reused)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });
});

describe('Sessions', () => {
  const list = 'GET /auth/sessions';
  const one = (id: string, current: boolean, browser: string | null) => ({
    id,
    current,
    browser,
    system: browser && 'Android',
    createdAt: '2026-01-15T10:00:00Z',
    lastUsedAt: '2026-01-15T11:00:00Z',
    expiresAt: '2026-01-22T10:00:00Z',
  });

  it('shows this device and the others, and ends another one', async () => {
    const both = { body: { sessions: [one('s1', true, 'Firefox'), one('s2', false, null)] } };
    const api = stubApi({
      [list]: [both, { body: { sessions: [one('s1', true, 'Firefox')] } }],
      'DELETE /auth/sessions/s2': { status: 204 },
    });
    renderPage(<Sessions />);
    expect(await screen.findByText('Firefox on Android')).toBeTruthy();
    expect(screen.getByText(text.sessions.current)).toBeTruthy();
    await press(text.sessions.endOf.replace('{device}', text.sessions.unknownDevice));
    await waitFor(() => expect(screen.queryByText(text.sessions.unknownDevice)).toBeNull());
    expect(api.sent('DELETE /auth/sessions/s2')).toHaveLength(1);
  });

  it('says when the list cannot be loaded, and tries again', async () => {
    stubApi({ [list]: [problem(403, 'unexpected'), { body: { sessions: [one('s1', true, 'Firefox')] } }] });
    renderPage(<Sessions />);
    expect(await screen.findByText(problems.unexpected)).toBeTruthy();
    await press('Try again');
    expect(await screen.findByText('Firefox on Android')).toBeTruthy();
  });

  it('signs out everywhere after asking', async () => {
    session.begin('token');
    const { sent } = stubApi({ [list]: { body: { sessions: [] } }, 'DELETE /auth/sessions': { status: 204 } });
    renderPage(<Sessions />);
    fireEvent.click(await screen.findByRole('button', { name: text.sessions.everywhere }));
    expect(sent('DELETE /auth/sessions')).toEqual([]);
    const confirm = screen.getAllByRole('button', { name: text.sessions.everywhere }).at(-1);
    await act(async () => void fireEvent.click(confirm as HTMLElement));
    await waitFor(() => expect(session.headers()).toEqual({}));
    expect(sent('DELETE /auth/sessions')).toHaveLength(1);
  });
});
