import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { session } from '@/lib/api/session';
import { renderPage } from '@/testing/render-page';
import { problem } from '@/testing/stub-api';
import { Members } from './members';
import { admin, all, of, owner, press, stub, tenants, viewer } from './testing';

jest.mock('idb-keyval');

const { settings, problems } = messagesOf('en');
const text = settings.members;
const { roles } = text;

const choose = async (name: string, role: string) =>
  fireEvent.change(await screen.findByLabelText(of(text.roleOf, name)), { target: { value: role } });
const offeredFor = (name: string) =>
  within(screen.getByLabelText(of(text.roleOf, name)))
    .getAllByRole('option')
    .map(({ textContent }) => textContent);

describe('Members, what is offered', () => {
  it('offers an owner every role, also for owners, and removing others', async () => {
    stub(owner);
    renderPage(<Members />);
    await screen.findByText(viewer.email);
    for (const { name } of all) expect(offeredFor(name)).toEqual(Object.values(roles));
    expect(screen.queryByRole('button', { name: of(text.removeOf, owner.name) })).toBeNull();
    expect(screen.getByRole('button', { name: of(text.removeOf, admin.name) })).toBeTruthy();
  });

  it('offers an admin nothing about owners, and does not offer to make one', async () => {
    stub(admin);
    renderPage(<Members />);
    await screen.findByText(viewer.email);
    expect(screen.queryByLabelText(of(text.roleOf, owner.name))).toBeNull();
    expect(screen.queryByRole('button', { name: of(text.removeOf, owner.name) })).toBeNull();
    expect(offeredFor(viewer.name)).toEqual([roles.viewer, roles.editor, roles.billing, roles.admin]);
    expect(screen.getByRole('button', { name: of(text.removeOf, viewer.name) })).toBeTruthy();
  });

  it('shows a viewer the members and the way out, and asks for no invitations', async () => {
    const { sent } = stub(viewer);
    renderPage(<Members />);
    expect(await screen.findByRole('button', { name: text.leave })).toBeTruthy();
    expect(screen.getByText(roles.owner)).toBeTruthy();
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(sent('GET /invitations')).toEqual([]);
  });

  it('tells who is alone what it is for, with the form and no way out', async () => {
    const { sent } = stub(owner, {
      'GET /members': { body: { members: [owner] } },
      'GET /invitations': { body: { invitations: [] } },
    });
    renderPage(<Members />);
    expect(await screen.findByText(text.alone)).toBeTruthy();
    await waitFor(() => expect(sent('GET /invitations')).toHaveLength(1));
    await waitFor(() => expect(screen.getAllByRole('button')).toHaveLength(2));
    expect(screen.getByRole('button', { name: text.send })).toBeTruthy();
  });

  it('offers no way out of the only organisation of a person', async () => {
    const { sent } = stub(viewer, { 'GET /tenants': { body: { tenants: tenants.slice(0, 1) } } });
    renderPage(<Members />);
    await screen.findByText(owner.email);
    await waitFor(() => expect(sent('GET /tenants')).toHaveLength(1));
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('Members, roles and removal', () => {
  const route = 'PATCH /members/chand';

  it('changes a role only when it is saved, and shows what the server then has', async () => {
    const { sent } = stub(owner, {
      'GET /members': [
        { body: { members: all } },
        { body: { members: [owner, admin, { ...viewer, role: 'editor' }] } },
      ],
      [route]: { status: 204 },
    });
    renderPage(<Members />);
    await choose(viewer.name, 'billing');
    await choose(viewer.name, 'editor');
    await press(of(text.changeOf, viewer.name));
    await waitFor(() => expect(sent('GET /members')).toHaveLength(2));
    await waitFor(() => expect(screen.queryByRole('button', { name: of(text.changeOf, viewer.name) })).toBeNull());
    expect(sent(route).map(({ body }) => body)).toEqual([{ role: 'editor' }]);
    expect(screen.getByLabelText<HTMLSelectElement>(of(text.roleOf, viewer.name)).value).toBe('editor');
  });

  it('asks for a proof before it makes an owner', async () => {
    const { sent } = stub(owner, {
      [route]: [problem(403, 'confirmation.required', { methods: ['password'] }), { status: 204 }],
      'POST /auth/confirm': { status: 204 },
    });
    renderPage(<Members />);
    await choose(viewer.name, 'owner');
    await press(of(text.changeOf, viewer.name));
    fireEvent.change(await screen.findByLabelText(settings.password.current, { selector: 'input' }), {
      target: { value: 'a quiet bird' },
    });
    await press(settings.confirm.submit);
    await waitFor(() => expect(sent(route)).toHaveLength(2));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it.each([
    ['member.last-owner', 409, problems.member_last_owner],
    ['role.insufficient', 403, problems.role_insufficient],
  ])('says why a role stays as it is: %s', async (code, status, sentence) => {
    stub(owner, { 'PATCH /members/asha': problem(status, code) });
    renderPage(<Members />);
    await choose(owner.name, 'viewer');
    await press(of(text.changeOf, owner.name));
    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('removes a member after a question, also one who is gone already', async () => {
    const { sent } = stub(admin, {
      'GET /members': [{ body: { members: all } }, { body: { members: [owner, admin] } }],
      'DELETE /members/chand': problem(404, 'not-found'),
    });
    renderPage(<Members />);
    await press(of(text.removeOf, viewer.name));
    expect(await screen.findByText(text.removeBody)).toBeTruthy();
    expect(sent('DELETE /members/chand')).toEqual([]);
    await press(text.remove);
    await waitFor(() => expect(screen.queryByText(viewer.email)).toBeNull());
    expect(await screen.findByText(of(text.removed, viewer.name))).toBeTruthy();
  });

  it('says in the question why a member cannot be removed', async () => {
    stub(admin, { 'DELETE /members/chand': problem(403, 'role.insufficient') });
    renderPage(<Members />);
    await press(of(text.removeOf, viewer.name));
    await press(text.remove);
    expect(await within(await screen.findByRole('dialog')).findByText(problems.role_insufficient)).toBeTruthy();
  });
});

describe('Members, credits', () => {
  const spending = { members: [{ id: 'chand', spent: 15, limit: 40 }] };
  const open = () => press(of(text.limitOf, viewer.name));
  const type = async (value: string) =>
    fireEvent.change(await screen.findByLabelText(text.limitLabel), { target: { value } });

  it('shows what each has spent, and limits it after a look at the number', async () => {
    const { sent } = stub(owner, {
      'GET /credits/members': { body: spending },
      'PUT /members/chand/credit-limit': { status: 204 },
    });
    renderPage(<Members />);
    expect(await screen.findByText('15 of 40 credits spent in this period')).toBeTruthy();
    expect(screen.getAllByText('0 credits spent in this period')).toHaveLength(2);
    await open();
    await type('2.5');
    await press(text.limitSave);
    expect(sent('PUT /members/chand/credit-limit')).toEqual([]);
    await type('');
    await press(text.limitSave);
    expect(await screen.findByText(of(text.limitSaved, viewer.name))).toBeTruthy();
    expect(sent('PUT /members/chand/credit-limit').map(({ body }) => body)).toEqual([{ credits: null }]);
    await waitFor(() => expect(sent('GET /credits/members')).toHaveLength(2));
  });

  it('says why a limit was not saved, and keeps what was typed', async () => {
    stub(owner, { 'PUT /members/chand/credit-limit': problem(403, 'role.insufficient') });
    renderPage(<Members />);
    await open();
    await type('25');
    await press(text.limitSave);
    expect(await screen.findByText(problems.role_insufficient)).toBeTruthy();
    expect((await screen.findByLabelText<HTMLInputElement>(text.limitLabel)).value).toBe('25');
  });

  it('shows a viewer nothing of it, and asks for nothing', async () => {
    const { sent } = stub(viewer);
    renderPage(<Members />);
    await screen.findByRole('button', { name: text.leave });
    expect(sent('GET /credits/members')).toEqual([]);
  });
});

describe('Members, leaving', () => {
  const routes = {
    'POST /tenants/t2/switch': { body: { accessToken: 'elsewhere' } },
    'POST /tenants/t1/switch': { body: { accessToken: 'back' } },
  };
  const leave = async () => {
    await press(text.leave);
    await press(text.leave);
  };

  it('goes on in another organisation before it leaves this one', async () => {
    const { requests } = stub(viewer, { ...routes, 'POST /tenants/t1/leave': { status: 204 } });
    renderPage(<Members />);
    await leave();
    await waitFor(() => expect(requests.at(-1)?.path).toBe('/tenants/t1/leave'));
    expect(requests.at(-1)?.headers['authorization']).toBe('Bearer elsewhere');
    expect(session.headers()).toEqual({ authorization: 'Bearer elsewhere' });
  });

  it('returns to the organisation that cannot be left, and says why', async () => {
    stub(owner, { ...routes, 'POST /tenants/t1/leave': problem(409, 'member.last-owner') });
    renderPage(<Members />);
    await leave();
    expect(await screen.findByText(problems.member_last_owner)).toBeTruthy();
    expect(session.headers()).toEqual({ authorization: 'Bearer back' });
  });
});
