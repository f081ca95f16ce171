import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import type { ShareLink } from '@/lib/api/types';
import { problem, stubApi } from '@/testing/stub-api';
import { profileWith, renderEditor } from '../testing/render-editor';
import { ShareLinks } from './share-links';

const { editor, problems } = messagesOf('en');
const { links: text, publish } = editor;
const list = 'GET /profiles/p1/share-links';
const post = 'POST /profiles/p1/share-links';

function linkWith(change: Partial<ShareLink>): ShareLink {
  const link = { id: 'l1', label: 'Acme', url: 'https://canar.example/p/s/1', hasPassword: false, expiresAt: null };
  return { ...link, createdAt: '2026-01-02T03:04:05Z', ...change } as ShareLink;
}

function open(links: ShareLink[] = [], routes: object = {}) {
  const api = stubApi({ [list]: { body: { links } }, ...routes });
  renderEditor(<ShareLinks profile={profileWith()} />);
  return api;
}

const make = () => screen.getByRole<HTMLButtonElement>('button', { name: text.make });
const enabled = (is = true) => waitFor(() => expect(make().disabled).toBe(!is));
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('ShareLinks', () => {
  it('says that there are no share links', async () => {
    open();
    expect(await screen.findByText(text.empty)).toBeTruthy();
  });

  it('shows which links work and which have ended', async () => {
    open([
      linkWith({ id: 'l1', label: 'Acme', expiresAt: '2999-01-01T10:00:00Z', hasPassword: true }),
      linkWith({ id: 'l2', label: 'Bolt', expiresAt: '2020-01-01T10:00:00Z' }),
    ]);
    const [acme, bolt] = await screen.findAllByRole('listitem');
    expect(acme?.textContent).toMatch(/Expires .*With password/);
    expect(bolt?.textContent).toMatch(/Expired /);
    expect(bolt?.textContent).not.toMatch(/With password|Expires/);
  });

  it('copies the address of a link, and only where there is one', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    open([linkWith({}), linkWith({ id: 'l2', label: 'Bolt', url: null })]);
    fireEvent.click(await screen.findByRole('button', { name: 'Copy the link for Acme' }));
    expect(await screen.findByText(publish.copied)).toBeTruthy();
    expect(writeText).toHaveBeenCalledWith('https://canar.example/p/s/1');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Copy the link for Bolt' }).disabled).toBe(true);
  });

  it('revokes a link only after a confirmation, and asks for the list again', async () => {
    const { sent } = open([linkWith({})], { 'DELETE /profiles/p1/share-links/l1': { status: 204 } });
    fireEvent.click(await screen.findByRole('button', { name: 'Revoke the link for Acme' }));
    expect(sent('DELETE /profiles/p1/share-links/l1')).toHaveLength(0);
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: text.revoke }));
    expect(await screen.findByText(text.revoked)).toBeTruthy();
    expect(sent('DELETE /profiles/p1/share-links/l1')).toHaveLength(1);
    expect(sent(list)).toHaveLength(2);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('ShareLinkForm', () => {
  it('creates a link for a named recipient, then starts empty again', async () => {
    const { sent } = open([], { [post]: { status: 201, body: linkWith({}) } });
    expect(make().disabled).toBe(true);
    write(text.label, 'Acme');
    write(text.expires, '2999-01-01T10:00');
    write(text.password, 'open sesame');
    await enabled();
    fireEvent.click(make());
    expect(await screen.findByText('Link for Acme created.')).toBeTruthy();
    const expiresAt = new Date('2999-01-01T10:00').toISOString();
    expect(sent(post).map(({ body }) => body)).toEqual([{ label: 'Acme', expiresAt, password: 'open sesame' }]);
    expect(sent(list)).toHaveLength(2);
    for (const label of [text.label, text.expires, text.password]) {
      await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(label).value).toBe(''));
    }
    await enabled(false);
  });

  it('creates a link without expiry and password', async () => {
    const { sent } = open([], { [post]: { status: 201, body: linkWith({}) } });
    write(text.label, 'Acme');
    await enabled();
    fireEvent.click(make());
    await waitFor(() => expect(sent(post).map(({ body }) => body)).toEqual([{ label: 'Acme', expiresAt: null }]));
  });

  it('rejects an end in the past and a password that is too short', async () => {
    open();
    write(text.label, 'Acme');
    write(text.expires, '2020-01-01T10:00');
    expect(await screen.findByText(publish.past)).toBeTruthy();
    await enabled(false);
    write(text.expires, '');
    await enabled();
    write(text.password, '1234567');
    await enabled(false);
  });

  it('shows the message of a rejected link and leaves the fields as they are', async () => {
    open([], { [post]: problem(409, 'share-links.too-many') });
    write(text.label, 'Acme');
    await enabled();
    fireEvent.click(make());
    expect(await screen.findByText(problems.share_links_too_many)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(text.label).value).toBe('Acme');
  });
});
