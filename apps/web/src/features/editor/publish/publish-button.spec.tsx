import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import type { Profile } from '@/lib/api/types';
import { stubApi } from '@/testing/stub-api';
import { profileWith, publicationWith, renderEditor } from '../testing/render-editor';
import { PublishButton } from './publish-button';

const { publish: text, links } = messagesOf('en').editor;

function open(profile: Profile, isOpen = true) {
  const api = stubApi({
    'GET /subscription': { body: { features: [] } },
    'GET /profiles/slugs/for-acme': { body: { available: true } },
    'GET /profiles/p1/share-links': { body: { links: [] } },
    'GET /profiles/p1/publication/qr.png': { file: 'png' },
    'DELETE /profiles/p1/publication': { status: 204 },
  });
  renderEditor(<PublishButton profile={profile} open={isOpen} onOpenChange={jest.fn()} />);
  return api;
}

describe('PublishButton', () => {
  it('requires a saved edit before publishing', () => {
    open(profileWith({ latestRevision: null }));
    expect(screen.getByText(text.unsaved)).toBeTruthy();
    expect(screen.queryByLabelText(text.slug)).toBeNull();
  });

  it('shows the form alone before the first publication', async () => {
    open(profileWith({ latestRevision: 3 }));
    expect(screen.getByText(/The page shows edit 3/)).toBeTruthy();
    expect(await screen.findByLabelText(text.slug)).toBeTruthy();
    expect(screen.queryByRole('tab')).toBeNull();
  });

  it('shows the address and the share links of a published page', async () => {
    open(profileWith({ publication: publicationWith() }));
    expect(screen.getByText('https://canar.example/p/lena')).toBeTruthy();
    fireEvent.mouseDown(screen.getByRole('tab', { name: text.tabLinks }), { button: 0 });
    expect(await screen.findByText(links.empty)).toBeTruthy();
  });

  it('labels the button by whether the profile is published', () => {
    open(profileWith({ publication: publicationWith() }), false);
    expect(screen.getByRole('button', { name: text.titleLive })).toBeTruthy();
  });
});

describe('PublicationLink', () => {
  it('shows the expiry of the page', async () => {
    open(profileWith({ publication: publicationWith({ expiresAt: '2999-01-01T10:00:00Z' }) }));
    await screen.findByLabelText(text.slug);
    expect(screen.getByText(/^Visible until /)).toBeTruthy();
  });

  it('shows that the page has expired', async () => {
    open(profileWith({ publication: publicationWith({ expiresAt: '2020-01-01T10:00:00Z' }) }));
    await screen.findByLabelText(text.slug);
    expect(screen.getByText(/^This page expired on /)).toBeTruthy();
  });

  it('unpublishes the page only after a confirmation', async () => {
    const { sent } = open(profileWith({ publication: publicationWith() }));
    fireEvent.click(screen.getByRole('button', { name: text.unpublish }));
    expect(sent('DELETE /profiles/p1/publication')).toHaveLength(0);
    const dialog = within(screen.getByRole('dialog', { name: text.unpublishTitle }));
    fireEvent.click(dialog.getByRole('button', { name: text.unpublish }));
    expect(await screen.findByText(text.unpublished)).toBeTruthy();
    expect(sent('DELETE /profiles/p1/publication')).toHaveLength(1);
    await waitFor(() => expect(screen.queryByRole('dialog', { name: text.unpublishTitle })).toBeNull());
  });

  it('downloads the QR code in the chosen format', async () => {
    const saved: string[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    open(profileWith({ publication: publicationWith() }));
    fireEvent.click(screen.getByRole('button', { name: 'QR code as PNG' }));
    await waitFor(() => expect(saved).toEqual(['lena.png']));
  });
});
