import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { renderPage } from '@/testing/render-page';
import { problem } from '@/testing/stub-api';
import { Members } from './members';
import { invitation, of, owner, press, stub } from './testing';

jest.mock('idb-keyval');

const { settings, problems } = messagesOf('en');
const text = settings.members;

describe('Members, invitations', () => {
  const address = () => screen.findByLabelText<HTMLInputElement>(settings.email);
  const inviteAs = async (email: string, role = 'editor') => {
    fireEvent.change(await address(), { target: { value: email } });
    fireEvent.change(screen.getByLabelText(text.role), { target: { value: role } });
    await press(text.send);
  };

  it('invites, shows the invitation and empties the form', async () => {
    const { sent } = stub(owner, {
      'GET /invitations': [{ body: { invitations: [] } }, { body: { invitations: [invitation] } }],
      'POST /invitations': { status: 201, body: invitation },
    });
    renderPage(<Members />);
    await inviteAs(' devi@example.in ', 'billing');
    expect(await screen.findByText(invitation.email)).toBeTruthy();
    expect(sent('POST /invitations')[0]?.body).toEqual({ email: 'devi@example.in', role: 'billing' });
    expect((await address()).value).toBe('');
  });

  it('sends nothing to what is no address', async () => {
    const { sent } = stub(owner);
    renderPage(<Members />);
    await inviteAs('devi');
    expect(await screen.findByText(settings.emailChange.malformed)).toBeTruthy();
    expect(sent('POST /invitations')).toEqual([]);
  });

  it.each([
    ['email.unverified', 403, problems.email_unverified],
    ['role.insufficient', 403, problems.role_insufficient],
    ['member.exists', 409, problems.member_exists],
    ['member.too-many', 409, problems.member_too_many],
    ['invitation.too-many', 429, problems.invitation_too_many],
  ])('says why nobody was invited, and what was typed stays: %s', async (code, status, sentence) => {
    stub(owner, { 'POST /invitations': problem(status, code) });
    renderPage(<Members />);
    await inviteAs('devi@example.in');
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect((await address()).value).toBe('devi@example.in');
    expect((await address()).getAttribute('aria-invalid')).toBe('true');
  });

  const choose = async (contents: string) => {
    await press(text.many);
    const input = await screen.findByLabelText<HTMLInputElement>(text.manyFile);
    const file = Object.assign(new File([contents], 'team.csv'), { text: () => Promise.resolve(contents) });
    await act(async () => void fireEvent.change(input, { target: { files: [file] } }));
  };

  it('invites the addresses of a file, and says what became of each line', async () => {
    const lines = [
      { line: 2, email: 'devi@example.in', outcome: 'invited' },
      { line: 3, email: 'devi', outcome: 'email.malformed' },
      { line: 4, email: 'bina@example.in', outcome: 'member.exists' },
    ];
    const { sent } = stub(owner, { 'POST /invitations/file': { body: { lines } } });
    renderPage(<Members />);
    await choose('email\ndevi@example.in\ndevi\nbina@example.in');
    for (const sentence of [text.outcome.invited, settings.emailChange.malformed, problems.member_exists])
      expect(await screen.findByText(sentence)).toBeTruthy();
    expect(sent('POST /invitations/file')[0]?.body).toEqual({
      csv: 'email\ndevi@example.in\ndevi\nbina@example.in',
      role: 'editor',
    });
    await waitFor(() => expect(sent('GET /invitations')).toHaveLength(2));
  });

  it('says why a file invites nobody, and sends none that is too large', async () => {
    const { sent } = stub(owner, { 'POST /invitations/file': problem(400, 'invitation.file-unreadable') });
    renderPage(<Members />);
    await choose('"');
    expect(await screen.findByText(problems.invitation_file_unreadable)).toBeTruthy();
    const input = await screen.findByLabelText<HTMLInputElement>(text.manyFile);
    const large = new File(['x'.repeat(131_073)], 'large.csv');
    await act(async () => void fireEvent.change(input, { target: { files: [large] } }));
    expect(await screen.findByText(problems.invitation_too_many_lines)).toBeTruthy();
    expect(sent('POST /invitations/file')).toHaveLength(1);
  });

  it('sends a new link for an invitation that has expired', async () => {
    const expired = { ...invitation, expiresAt: '2026-01-22T10:00:00Z' };
    const { sent } = stub(owner, {
      'GET /invitations': [{ body: { invitations: [expired] } }, { body: { invitations: [invitation] } }],
      'POST /invitations/i1/resend': { status: 204 },
    });
    renderPage(<Members />);
    expect(await screen.findByText(/expired on 22 Jan 2026/)).toBeTruthy();
    await press(of(text.resendOf, invitation.email));
    expect(await screen.findByText(/works until/)).toBeTruthy();
    expect(sent('POST /invitations/i1/resend')).toHaveLength(1);
  });

  it('drops an invitation that was accepted meanwhile, and says that no link was sent', async () => {
    stub(owner, {
      'GET /invitations': [{ body: { invitations: [invitation] } }, { body: { invitations: [] } }],
      'POST /invitations/i1/resend': problem(404, 'not-found'),
    });
    renderPage(<Members />);
    await press(of(text.resendOf, invitation.email));
    expect(await screen.findByText(problems.not_found)).toBeTruthy();
    await waitFor(() => expect(screen.queryByText(invitation.email)).toBeNull());
  });

  it.each([[{ status: 204 }], [problem(404, 'not-found')]])('revokes an invitation: %j', async (reply) => {
    stub(owner, {
      'GET /invitations': [{ body: { invitations: [invitation] } }, { body: { invitations: [] } }],
      'DELETE /invitations/i1': reply,
    });
    renderPage(<Members />);
    await press(of(text.revokeOf, invitation.email));
    expect(await screen.findByText(text.revoked)).toBeTruthy();
    await waitFor(() => expect(screen.queryByText(invitation.email)).toBeNull());
  });
});
