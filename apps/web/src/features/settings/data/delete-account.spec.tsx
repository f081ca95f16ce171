import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { session } from '@/lib/api/session';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi } from '@/testing/stub-api';
import { DeleteAccount } from './delete-account';

jest.mock('idb-keyval');

const { settings, problems } = messagesOf('en');
const text = settings.leave;

const deletion = {
  eraseAt: null,
  graceDays: 7,
  retentionDays: 365,
  losses: {
    profiles: 2,
    publishedPages: 1,
    credits: 495,
    subscription: { plan: 'basic', until: '2026-02-14T10:00:00Z' },
  },
};
const user = { 'GET /user': { body: { id: 'u1', emailVerified: true } } };
const press = (name: string) =>
  act(async () => void fireEvent.click((await screen.findAllByRole('button', { name })).at(-1) as HTMLElement));

describe('DeleteAccount', () => {
  it('says what is lost before it asks, and asks that it is still the person', async () => {
    const { sent } = stubApi({
      ...user,
      'GET /account/deletion': { body: deletion },
      'DELETE /account': [
        problem(403, 'confirmation.required', { methods: ['password'] }),
        { status: 200, body: { eraseAt: '2026-02-01T10:00:00Z' } },
      ],
      'POST /auth/confirm': { status: 204 },
    });
    session.begin('token');
    renderPage(<DeleteAccount />);
    await press(text.open);
    expect(await screen.findByText('2 profiles with their files and saved edits')).toBeTruthy();
    expect(screen.getByText('1 published page; its address becomes free')).toBeTruthy();
    expect(screen.getByText('495 credits that are not spent')).toBeTruthy();
    expect(screen.getByText(/The plan basic, paid until/)).toBeTruthy();
    expect(sent('DELETE /account')).toEqual([]);
    await press(text.confirm);
    fireEvent.change(await screen.findByLabelText(settings.password.current, { selector: 'input' }), {
      target: { value: 'a quiet bird' },
    });
    await press(settings.confirm.submit);
    await waitFor(() => expect(sent('DELETE /account')).toHaveLength(2));
    await waitFor(() => expect(session.headers()).toEqual({}));
  });

  it('says why the account cannot be deleted, and stays signed in', async () => {
    stubApi({
      ...user,
      'GET /account/deletion': { body: { ...deletion, losses: { ...deletion.losses, subscription: null } } },
      'DELETE /account': problem(409, 'account.last-owner'),
    });
    session.begin('token');
    renderPage(<DeleteAccount />);
    await press(text.open);
    await screen.findByText(text.lost);
    await press(text.confirm);
    expect(await screen.findByText(problems.account_last_owner)).toBeTruthy();
    expect(session.headers()).toEqual({ authorization: 'Bearer token' });
  });
});
