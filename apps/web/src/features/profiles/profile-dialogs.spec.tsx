import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi, type StubResponse } from '@/testing/stub-api';
import { CreateProfile } from './create-profile';
import { DeleteProfile } from './delete-profile';
import { DuplicateProfile } from './duplicate-profile';
import { RenameProfile } from './rename-profile';
import { TagsDialog } from './tags-dialog';
import { TrashDialog } from './trash-dialog';
import type { Profile } from '@/lib/api/types';

const push = jest.fn();
jest.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

const { profiles: text, problems } = messagesOf('en');
const profile = { id: 'p1', title: 'For Acme', tags: ['Pune', 'Product'] } as Profile;
const onClose = jest.fn();

function open(ui: React.ReactNode, routes: Record<string, StubResponse | StubResponse[]>) {
  const api = stubApi(routes);
  const { client } = renderPage(ui);
  const invalidated = jest.spyOn(client, 'invalidateQueries');
  return { api, keys: () => invalidated.mock.calls.map(([filters]) => filters?.queryKey) };
}

async function submitTitle(title: string, confirm: string) {
  fireEvent.change(screen.getByRole('textbox'), { target: { value: title } });
  fireEvent.click(screen.getByRole('button', { name: confirm }));
  await waitFor(() => expect(screen.getByRole('textbox')).toBeTruthy());
}

beforeEach(() => {
  push.mockReset();
  onClose.mockReset();
});

describe('CreateProfile', () => {
  it('rejects an empty title without calling the API', async () => {
    const { api } = open(<CreateProfile open onOpenChange={onClose} />, {});
    await submitTitle('   ', text.createConfirm);
    expect(await screen.findByText(text.missing)).toBeTruthy();
    expect(api.requests).toEqual([]);
  });

  it('creates a profile under the trimmed title and opens it in the editor', async () => {
    const { api, keys } = open(<CreateProfile open onOpenChange={onClose} />, {
      'POST /profiles': { status: 201, body: { id: 'p9' } },
    });
    await submitTitle('  For Acme ', text.createConfirm);
    await waitFor(() => expect(push).toHaveBeenCalledWith('/edit/?profile=p9'));
    expect(api.requests.map(({ body }) => body)).toEqual([{ title: 'For Acme' }]);
    expect(keys()).toEqual([['profiles'], ['found-profiles'], ['profile-tags']]);
  });

  it('shows why a profile could not be created', async () => {
    open(<CreateProfile open onOpenChange={onClose} />, { 'POST /profiles': problem(409, 'profiles.too-many') });
    await submitTitle('For Acme', text.createConfirm);
    expect(await screen.findByText(problems.profiles_too_many)).toBeTruthy();
    expect(push).not.toHaveBeenCalled();
  });
});

describe('RenameProfile', () => {
  it('starts with the present title, stores the new one and closes', async () => {
    const { api, keys } = open(<RenameProfile profile={profile} open onClose={onClose} />, {
      'PATCH /profiles/p1': { body: profile },
    });
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('For Acme');
    await submitTitle('For Birla', text.renameConfirm);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(api.requests.map(({ body }) => body)).toEqual([{ title: 'For Birla' }]);
    expect(keys()).toEqual([['profiles'], ['found-profiles'], ['profile-tags']]);
  });

  it('stays open when the title could not be changed', async () => {
    open(<RenameProfile profile={profile} open onClose={onClose} />, {
      'PATCH /profiles/p1': problem(404, 'not-found'),
    });
    await submitTitle('For Birla', text.renameConfirm);
    expect(await screen.findByText(problems.not_found)).toBeTruthy();
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('TagsDialog', () => {
  const show = (reply: StubResponse = { body: profile }) =>
    open(<TagsDialog profile={profile} onClose={onClose} />, { 'PATCH /profiles/p1': reply });

  it('stores the tags that the commas separate, each once', async () => {
    const { api } = show();
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('Pune, Product');
    await submitTitle(' Pune,, For banks ,pune', text.tags.confirm);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(api.requests.map(({ body }) => body)).toEqual([{ tags: ['Pune', 'For banks'] }]);
  });

  it.each([['x'.repeat(31)], ['a,b,c,d,e,f,g,h,i,j,k']])('rejects %s without calling the API', async (typed) => {
    const { api } = show();
    await submitTitle(typed, text.tags.confirm);
    expect(await screen.findByText('At most 10 tags of 30 characters each.')).toBeTruthy();
    expect(api.requests).toEqual([]);
  });

  it('says why tags could not be stored', async () => {
    show(problem(404, 'not-found'));
    await submitTitle('Pune', text.tags.confirm);
    expect(await screen.findByText(problems.not_found)).toBeTruthy();
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('DuplicateProfile', () => {
  it('proposes a title of at most 120 characters and reports the copy', async () => {
    const long = { ...profile, title: 'x'.repeat(120) };
    open(<DuplicateProfile profile={long} open onClose={onClose} />, {
      'POST /profiles/p1/duplicate': { status: 201, body: profile },
    });
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toHaveLength(120);
    await submitTitle('Second', text.duplicateConfirm);
    expect(await screen.findByText(text.duplicated)).toBeTruthy();
    expect(onClose).toHaveBeenCalled();
  });
});

describe('DeleteProfile', () => {
  const confirm = () => fireEvent.click(screen.getByRole('button', { name: text.deleteConfirm }));

  it('deletes after the question and restores the profile by undo', async () => {
    const { api, keys } = open(<DeleteProfile profile={profile} open onClose={onClose} />, {
      'DELETE /profiles/p1': { status: 204 },
      'POST /profiles/p1/restore': { body: profile },
    });
    expect(api.requests).toEqual([]);
    confirm();
    const undo = await screen.findByRole('button', { name: text.undelete, hidden: true });
    expect(keys()).toEqual([['profiles'], ['found-profiles'], ['profile-tags'], ['trash']]);
    fireEvent.click(undo);
    await waitFor(() => expect(api.sent('POST /profiles/p1/restore')).toHaveLength(1));
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('stays open and says why the profile could not be deleted', async () => {
    open(<DeleteProfile profile={profile} open onClose={onClose} />, {
      'DELETE /profiles/p1': problem(403, 'role.insufficient'),
    });
    confirm();
    expect(await screen.findByText(problems.role_insufficient)).toBeTruthy();
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('TrashDialog', () => {
  const trashed = { id: 'p1', title: 'For Acme', purgedAt: '2026-03-01T00:00:00Z' };

  it('restores the profile of its row and refreshes both lists', async () => {
    const { api, keys } = open(<TrashDialog open onClose={onClose} />, {
      'GET /profiles/trash': [
        { body: { profiles: [trashed, { ...trashed, id: 'p2', title: 'For Birla' }], nextCursor: null } },
        { body: { profiles: [trashed], nextCursor: null } },
      ],
      'POST /profiles/p2/restore': { body: profile },
    });
    const row = (await screen.findByText('For Birla')).closest('li');
    if (!row) throw new Error('no row');
    fireEvent.click(within(row).getByRole('button'));
    await waitFor(() => expect(keys()).toEqual([['profiles'], ['found-profiles'], ['profile-tags'], ['trash']]));
    expect(api.sent('POST /profiles/p2/restore')).toHaveLength(1);
    await waitFor(() => expect(screen.queryByText('For Birla')).toBeNull());
  });

  it('says that the trash is empty', async () => {
    open(<TrashDialog open onClose={onClose} />, {
      'GET /profiles/trash': { body: { profiles: [], nextCursor: null } },
    });
    expect(await screen.findByText(text.trash.empty)).toBeTruthy();
  });
});
