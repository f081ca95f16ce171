import { fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { session } from '@/lib/api/session';
import { renderPage } from '@/testing/render-page';
import { stubApi } from '@/testing/stub-api';
import { AppShell } from './app-shell';

let pathname = '/credits/';
jest.mock('idb-keyval');
jest.mock('next/navigation', () => ({ usePathname: () => pathname }));

const { account, common } = messagesOf('en');

function open(locale?: 'en' | 'hi') {
  const api = stubApi({
    'GET /user': { body: { id: 'u1', email: 'asha@example.in' } },
    'GET /credits': { body: { balance: 495 } },
    'POST /logout': { status: 204 },
  });
  renderPage(<AppShell>The page</AppShell>, locale);
  return api;
}

describe('AppShell', () => {
  it('marks the page that is open in the navigation, and no other', () => {
    pathname = '/credits/';
    open();
    const current = screen.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'page');
    expect(current.map(({ textContent }) => textContent)).toEqual([account.nav.credits]);
  });

  it('links to the pages of its own language', () => {
    pathname = '/hi/profiles/';
    open('hi');
    const { nav } = messagesOf('hi').account;
    expect(screen.getByRole('link', { name: nav.billing }).getAttribute('href')).toMatch(/^\/hi\/billing\/?$/);
  });

  it('shows the balance once it is loaded, and the content at once', async () => {
    open();
    expect(screen.getByRole('main').textContent).toBe('The page');
    expect((await screen.findByText('495 credits')).getAttribute('href')).toMatch(/^\/credits\/?$/);
  });

  it('names the account in its menu and signs out from there', async () => {
    session.begin('token');
    const { sent } = open();
    fireEvent.keyDown(screen.getByRole('button', { name: account.menu }), { key: 'Enter' });
    expect(await screen.findByText('asha@example.in')).toBeTruthy();
    fireEvent.click(screen.getByRole('menuitem', { name: common.signOut }));
    await waitFor(() => expect(session.headers()).toEqual({}));
    expect(sent('POST /logout')).toHaveLength(1);
  });
});
