import { act, fireEvent, screen } from '@testing-library/react';
import { session } from '@/lib/api/session';
import { stubApi } from '@/testing/stub-api';

const memberOf = (id: string, name: string, role: string) => ({
  id,
  name,
  role,
  email: `${id}@example.in`,
  joinedAt: '2026-01-15T10:00:00Z',
});
/** A member who owns the organisation. */
export const owner = memberOf('asha', 'Asha Rao', 'owner');
/** An admin. */
export const admin = memberOf('bina', 'Bina Sen', 'admin');
/** A viewer. */
export const viewer = memberOf('chand', 'Chand Roy', 'viewer');
/** All members. */
export const all = [owner, admin, viewer];
/** An open invitation. */
export const invitation = {
  id: 'i1',
  email: 'devi@example.in',
  role: 'editor',
  invitedAt: '2026-01-15T10:00:00Z',
  expiresAt: '2999-01-22T10:00:00Z',
};
/** The organisations of the reader. */
export const tenants = [
  { id: 't1', name: 'Rao & Sons', role: 'owner', current: true },
  { id: 't2', name: 'Asha Rao', role: 'owner', current: false },
];

/** An API in which one of the members is signed in. */
export const stub = (self: { id: string }, routes: Parameters<typeof stubApi>[0] = {}) => {
  session.begin('token');
  return stubApi({
    'GET /user': { body: { id: self.id, emailVerified: true } },
    'GET /members': { body: { members: all } },
    'GET /credits/members': { body: { members: [] } },
    'GET /invitations': { body: { invitations: [invitation] } },
    'GET /tenants': { body: { tenants } },
    ...routes,
  });
};
/** Presses the last button of a name, which is that of a dialog where one is open. */
export const press = async (name: string) => {
  const buttons = await screen.findAllByRole('button', { name });
  await act(async () => void fireEvent.click(buttons.at(-1) as HTMLElement));
};
/** A text with its name or address filled in. */
export const of = (template: string, name: string) => template.replace(/\{(name|email)\}/, name);
