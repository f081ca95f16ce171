import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi } from '@/testing/stub-api';
import { ChangeEmail } from './change-email';

const { settings: text, problems } = messagesOf('en');
const { emailChange } = text;

const verified = { 'GET /user': { body: { emailVerified: true } } };
const none = { body: { pending: null } };
const waiting = { body: { pending: { email: 'new@example.in', expiresAt: '2026-01-15T11:00:00Z' } } };
const post = 'POST /auth/email-change';

const press = (name: string) => act(async () => void fireEvent.click(await screen.findByRole('button', { name })));
const type = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label, { selector: 'input' }), { target: { value } });

describe('ChangeEmail', () => {
  it('confirms the person, asks for the link, and says where it was mailed to', async () => {
    const asked = problem(403, 'confirmation.required', { methods: ['password'] });
    const { sent } = stubApi({
      ...verified,
      'GET /auth/email-change': [none, waiting],
      [post]: [asked, { status: 201, ...waiting }],
      'POST /auth/confirm': { status: 204 },
    });
    renderPage(<ChangeEmail />);
    await press(emailChange.change);
    await type(emailChange.new, ' new@example.in ');
    await press(emailChange.submit);
    await type(text.password.current, 'a quiet bird');
    await press(text.confirm.submit);
    expect(await screen.findByText(emailChange.pending.replace('{email}', 'new@example.in'))).toBeTruthy();
    expect(screen.getByText(emailChange.sent)).toBeTruthy();
    expect(sent(post).map(({ body }) => body)).toEqual([{ email: 'new@example.in' }, { email: 'new@example.in' }]);
  });

  it('sends nothing that is no address, and says what the API rejects', async () => {
    const { sent } = stubApi({
      ...verified,
      'GET /auth/email-change': none,
      [post]: problem(400, 'email-change.same'),
    });
    renderPage(<ChangeEmail />);
    await press(emailChange.change);
    await type(emailChange.new, 'asha');
    await press(emailChange.submit);
    expect(await screen.findByText(emailChange.malformed)).toBeTruthy();
    expect(sent(post)).toEqual([]);
    await type(emailChange.new, 'asha@example.in');
    await press(emailChange.submit);
    expect(await screen.findByText(problems.email_change_same)).toBeTruthy();
  });

  it('cancels a change that is waiting', async () => {
    const { sent } = stubApi({
      ...verified,
      'GET /auth/email-change': [waiting, none],
      'DELETE /auth/email-change': { status: 204 },
    });
    renderPage(<ChangeEmail />);
    await press(emailChange.cancel);
    await waitFor(() => expect(screen.queryByRole('button', { name: emailChange.cancel })).toBeNull());
    expect(sent('DELETE /auth/email-change')).toHaveLength(1);
  });

  it('offers no change before the address is verified', async () => {
    const { requests } = stubApi({ 'GET /user': { body: { emailVerified: false } }, 'GET /auth/email-change': none });
    renderPage(<ChangeEmail />);
    await waitFor(() => expect(requests).toHaveLength(2));
    expect(screen.queryByRole('button')).toBeNull();
  });
});
