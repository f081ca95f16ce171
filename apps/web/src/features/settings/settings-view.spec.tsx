import { fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { session } from '@/lib/api/session';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi } from '@/testing/stub-api';
import { SettingsView } from './settings-view';

jest.mock('idb-keyval');
jest.mock('next/navigation', () => ({
  usePathname: () => '/settings/',
  useSearchParams: () => new URLSearchParams('from=menu'),
}));

const { settings: text } = messagesOf('en');
const user = { name: 'Asha Rao', email: 'asha@example.in', emailVerified: false, createdAt: '2026-01-15T00:00:00Z' };
const storageOf = (usedBytes: number) => ({
  'GET /profiles/storage': { body: { usedBytes, maxBytes: 100_000_000 } },
  'GET /auth/address': { body: { email: user.email, verified: user.emailVerified, suppression: null } },
  'GET /auth/email-change': { body: { pending: null } },
  'GET /auth/passkeys': {
    body: { passkeys: [], signals: { rpId: 'localhost', userId: 'AAAA', allAcceptedCredentialIds: [] } },
  },
  'GET /account/export': { body: { state: 'none', requestedAt: null, expiresAt: null, bytes: null } },
  'GET /auth/identities': { body: { identities: [], hasPassword: true } },
  'GET /site': { body: { identityProviders: [] } },
  'GET /auth/sessions': { body: { sessions: [] } },
  'GET /tenants': { body: { tenants: [] } },
  'GET /members': { body: { members: [] } },
  'GET /auth/second-factor': { body: { since: null, recoveryCodesLeft: 0 } },
  'GET /auth/audit': { body: { entries: [], nextCursor: null } },
});

describe('SettingsView', () => {
  it.each([
    [true, text.verified],
    [false, text.unverified],
  ])('shows whether the email address is verified: %s', async (emailVerified, label) => {
    stubApi({ ...storageOf(0), 'GET /user': { body: { ...user, emailVerified } } });
    renderPage(<SettingsView />);
    expect(await screen.findByText(label)).toBeTruthy();
  });

  it.each([
    [79_000_000, false],
    [80_000_000, true],
  ])('shows the space that is used and warns from 80 percent: %s', async (usedBytes, warns) => {
    stubApi({ ...storageOf(usedBytes), 'GET /user': { body: user } });
    renderPage(<SettingsView />);
    expect(await screen.findByText(`${usedBytes / 1e6} MB of 100 MB used`)).toBeTruthy();
    expect(screen.queryByText(text.storageNearlyFull) !== null).toBe(warns);
  });

  it('links to this page in the other language, with its query', () => {
    stubApi({ ...storageOf(0), 'GET /user': { body: user } });
    renderPage(<SettingsView />);
    const hindi = screen.getByRole('link', { name: 'हिन्दी' });
    expect(hindi.getAttribute('href')).toBe('/hi/settings/?from=menu');
    expect(hindi.getAttribute('aria-current')).toBeNull();
    expect(screen.getByRole('link', { name: 'English' }).getAttribute('aria-current')).toBe('true');
  });

  it('ends the session of this tab only when the server has ended it', async () => {
    session.begin('token');
    const refused = problem(403, 'unexpected');
    const api = stubApi({ ...storageOf(0), 'GET /user': { body: user }, 'POST /logout': [refused, { status: 204 }] });
    renderPage(<SettingsView />);
    const signOut = screen.getByRole<HTMLButtonElement>('button', { name: text.signOut });
    fireEvent.click(signOut);
    await waitFor(() => expect(api.sent('POST /logout')).toHaveLength(1));
    await waitFor(() => expect(signOut.getAttribute('aria-busy')).not.toBe('true'));
    expect(session.headers()).toEqual({ authorization: 'Bearer token' });
    fireEvent.click(signOut);
    await waitFor(() => expect(session.headers()).toEqual({}));
  });
});
