import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { session } from '@/lib/api/session';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi } from '@/testing/stub-api';
import { Identities } from './identities';

const { settings, problems } = messagesOf('en');
const google = {
  id: 'i1',
  provider: 'google',
  email: 'asha@gmail.com',
  createdAt: '2026-12-01T10:00:00Z',
  lastUsedAt: null,
};
const open = (
  identities: object[],
  routes: Parameters<typeof stubApi>[0] = {},
  identityProviders = ['google', 'github'],
) => {
  const api = stubApi({
    'GET /user': { body: { id: 'u1', email: 'asha@example.in', emailVerified: true } },
    'GET /auth/identities': { body: { identities, hasPassword: false } },
    'GET /site': { body: { identityProviders } },
    ...routes,
  });
  session.begin('token');
  renderPage(<Identities />);
  return api;
};
const press = (name: string) =>
  act(async () => void fireEvent.click((await screen.findAllByRole('button', { name })).at(-1) as HTMLElement));

describe('Identities', () => {
  it('lists what is connected and offers the other providers', async () => {
    open([google]);
    expect(await screen.findByText('asha@gmail.com · connected 1 Dec 2026')).toBeTruthy();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Disconnect Google',
      'Connect GitHub',
    ]);
  });

  it('says that there is nothing to connect where no provider is offered', async () => {
    open([], {}, []);
    expect(await screen.findByText(settings.identities.none)).toBeTruthy();
  });

  it('disconnects after a mailed code, and says when it is the last way to sign in', async () => {
    const { sent } = open([google], {
      'DELETE /auth/identities/i1': [
        problem(403, 'confirmation.required', { methods: ['mail'] }),
        problem(409, 'sign-in.last-way'),
      ],
      'POST /auth/confirm/mail': { status: 204 },
      'POST /auth/confirm': { status: 204 },
    });
    await press('Disconnect Google');
    fireEvent.change(await screen.findByLabelText(settings.confirm.mailedCode), { target: { value: 'abcd 1234' } });
    expect(sent('POST /auth/confirm/mail')).toHaveLength(1);
    await press(settings.confirm.submit);
    await waitFor(() =>
      expect(sent('POST /auth/confirm').map(({ body }) => body)).toEqual([{ mailedCode: 'abcd 1234' }]),
    );
    expect(await screen.findByText(problems.sign_in_last_way)).toBeTruthy();
  });
});
