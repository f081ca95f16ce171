import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import type { Profile } from '@/lib/api/types';
import { renderPage } from '@/testing/render-page';
import { stubApi, type StubResponse } from '@/testing/stub-api';
import { saveFile } from '@/ui/save-file';
import { ProfilesList } from './profiles-list';

jest.mock('next/navigation', () => ({ useRouter: () => ({ push: jest.fn() }) }));
jest.mock('./thumbnail', () => ({ Thumbnail: () => null }));
jest.mock('@/ui/save-file', () => ({ saveFile: jest.fn() }));

const { profiles: text } = messagesOf('en');

const profile = (title: string, change: Partial<Profile> = {}) =>
  ({
    id: `id-${title}`,
    title,
    tags: [],
    updatedAt: '2026-01-02T03:04:05Z',
    latestRevision: null,
    hasUnsavedChanges: false,
    publication: null,
    ...change,
  }) as unknown as Profile;

const many = ['Asha', 'Birla', 'Chemistry', 'Design'].map((title) => profile(title));
const page = (profiles: Profile[]): StubResponse => ({ body: { profiles, nextCursor: null } });

function open(profiles: Profile[], found: Profile[] = [], tags: object[] = []) {
  const api = stubApi({
    'GET /profiles': ({ query }) => page(query['search'] || query['tag'] || query['sort'] ? found : profiles),
    'GET /profiles/tags': { body: { tags } },
    'GET /profiles/id-Asha/export/pdf': { file: '%PDF', headers: { 'content-type': 'application/pdf' } },
    'GET /profiles/id-Asha/statistics': { body: { totals: { views: 0 } } },
  });
  renderPage(<ProfilesList />);
  return api;
}

const titles = () => screen.queryAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
const asked = (api: ReturnType<typeof open>) => api.sent('GET /profiles').map(({ query }) => query);
const type = (search: string) => fireEvent.change(screen.getByRole('searchbox'), { target: { value: search } });

describe('ProfilesList', () => {
  it('leaves few profiles without a search', async () => {
    open(many.slice(0, 3));
    await waitFor(() => expect(titles()).toEqual(['Asha', 'Birla', 'Chemistry']));
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('asks once for what is typed, and shows what is found', async () => {
    const api = open(many, [profile('Birla')]);
    await screen.findByRole('searchbox');
    for (const search of ['b', 'bi', ' bir ']) type(search);
    await waitFor(() => expect(titles()).toEqual(['Birla']));
    expect(asked(api)).toEqual([{ limit: '24' }, { limit: '24', search: 'bir', sort: 'created' }]);
  });

  it('says that nothing is found and leads back to all', async () => {
    open(many);
    await screen.findByRole('searchbox');
    type('zz');
    await screen.findByText(text.find.none);
    expect(titles()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: text.find.all }));
    await waitFor(() => expect(titles()).toHaveLength(4));
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
  });

  it('orders by title, and filters by a tag until it is pressed again', async () => {
    const api = open(many, [profile('Asha', { tags: ['Pune'] })], [{ tag: 'Pune', profiles: 1 }]);
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: 'title' } });
    const tag = await screen.findByRole('button', { name: /Pune/ });
    fireEvent.click(tag);
    await waitFor(() => expect(titles()).toEqual(['Asha']));
    expect(tag.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(tag);
    await waitFor(() => expect(tag.getAttribute('aria-pressed')).toBe('false'));
    expect(asked(api).slice(1, 3)).toEqual([
      { limit: '24', sort: 'title' },
      { limit: '24', sort: 'title', tag: 'Pune' },
    ]);
  });
});

describe('the menu of a card', () => {
  const openMenu = async () => {
    const button = await screen.findByRole('button', { name: 'Actions for Asha' });
    fireEvent.keyDown(button, { key: 'Enter' });
    return within(await screen.findByRole('menu'));
  };

  it('copies the link of a published page', async () => {
    const writeText = jest.fn(async () => undefined);
    Object.assign(navigator, { clipboard: { writeText } });
    const publication = { url: 'https://canar.example/p/asha', visibility: 'public', expiresAt: null };
    open([profile('Asha', { publication: publication as Profile['publication'] })]);
    const menu = await openMenu();
    expect(menu.getByRole('menuitem', { name: text.visit }).getAttribute('href')).toBe(publication.url);
    await act(async () => fireEvent.click(menu.getByRole('menuitem', { name: text.copy })));
    expect(writeText).toHaveBeenCalledWith(publication.url);
  });

  it.each([
    [null, 'draft'],
    [3, undefined],
  ])('downloads the PDF where edit %s is the latest', async (latestRevision, revision) => {
    const api = open([profile('Asha', { latestRevision })]);
    const menu = await openMenu();
    expect(menu.queryByRole('menuitem', { name: text.copy })).toBeNull();
    fireEvent.click(menu.getByRole('menuitem', { name: text.pdf }));
    await waitFor(() => expect(saveFile).toHaveBeenLastCalledWith(expect.anything(), 'Asha.pdf'));
    expect(api.sent('GET /profiles/id-Asha/export/pdf').map(({ query }) => query['revision'])).toEqual([revision]);
  });
});
