import { type Person, registerPerson } from '../auth/testing';
import { allowEditing, type Credits, grantCredits } from '../credits/testing';
import { startTestApp, type TestApp } from '../test-app';
import type { Profile, ProfileList, TagList } from './dto/profile.dto';
import type { Revision, RevisionDocument, RevisionList } from './dto/revision.dto';
import { createProfile, readDraft, saveDocument } from './testing';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

async function saved() {
  const person = await registerPerson(test.app);
  await allowEditing(test, person.user.tenantId);
  await grantCredits(test, person.user.tenantId, { amount: 100 });
  const { id } = await createProfile(person);
  await saveDocument(person, id, { basics: { name: 'One' } });
  const name = (value: unknown, number: number | string = 1) =>
    person.api.send<Revision>('PATCH', `/api/profiles/${id}/revisions/${number}`, { body: { name: value } });
  const list = async () => (await person.api.get<RevisionList>(`/api/profiles/${id}/revisions`)).body.revisions;
  return { person, id, name, list };
}

describe('names of revisions', () => {
  it('names a saved edit free, changes the name, and takes it away', async () => {
    const { person, id, name, list } = await saved();
    const before = await person.api.get<RevisionDocument>(`/api/profiles/${id}/revisions/1`);
    const named = await name('  For Acme ');
    expect([named.status, named.body.name, named.body.number]).toEqual([200, 'For Acme', 1]);
    const after = await person.api.get<RevisionDocument>(`/api/profiles/${id}/revisions/1`);
    expect(after.body).toEqual({ ...before.body, revision: { ...before.body.revision, name: 'For Acme' } });
    await name('For Birla');
    expect((await list()).map((revision) => revision.name)).toEqual(['For Birla']);
    await name(null);
    expect((await list()).map((revision) => revision.name)).toEqual([null]);
    expect((await person.api.get<Credits>('/api/credits')).body.balance).toBe(95);
    expect((await readDraft(person, id)).document.basics?.name).toBe('One');
  });

  it.each([[''], ['   '], ['x'.repeat(81)], [5], [undefined]])('rejects %j as a name', async (value) => {
    const { name, list } = await saved();
    const rejected = await name(value);
    expect([rejected.status, rejected.body]).toMatchObject([400, { code: 'request.invalid' }]);
    expect((await list())[0]?.name).toBeNull();
  });

  it('names no edit that does not exist, is of another tenant, or is in the trash', async () => {
    const { person, id, name } = await saved();
    expect((await name('A', 2)).status).toBe(404);
    const other = await registerPerson(test.app);
    expect((await other.api.send('PATCH', `/api/profiles/${id}/revisions/1`, { body: { name: 'A' } })).status).toBe(
      404,
    );
    await person.api.send('DELETE', `/api/profiles/${id}`);
    expect((await name('A')).status).toBe(404);
  });
});

describe('tags, search and order of profiles', () => {
  const change = (person: Person, id: string, body: object) =>
    person.api.send<Profile>('PATCH', `/api/profiles/${id}`, { body });

  async function three() {
    const person = await registerPerson(test.app);
    for (const [title, tags] of [
      ['banking 100%', ['Finance', 'Pune']],
      ['Apprentice', []],
      ['Consulting', ['pune']],
    ] as const) {
      const { id } = await createProfile(person, title);
      await change(person, id, { tags });
    }
    const page = async (query: string) => (await person.api.get<ProfileList>(`/api/profiles?${query}`)).body;
    const titles = async (query: string) => (await page(query)).profiles.map(({ title }) => title);
    return { person, page, titles };
  }

  it('changes tags and title, each without the other, and copies tags', async () => {
    const person = await registerPerson(test.app);
    const { id, tags } = await createProfile(person, 'A');
    expect(tags).toEqual([]);
    expect((await change(person, id, { tags: [' For banks ', 'Pune'] })).body).toMatchObject({
      title: 'A',
      tags: ['For banks', 'Pune'],
    });
    expect((await change(person, id, { title: 'B' })).body).toMatchObject({ title: 'B', tags: ['For banks', 'Pune'] });
    const copy = await person.api.post<Profile>(`/api/profiles/${id}/duplicate`, { body: { title: 'C' } });
    expect(copy.body.tags).toEqual(['For banks', 'Pune']);
    expect((await change(person, id, { tags: [] })).body.tags).toEqual([]);
  });

  it.each([
    [{ tags: Array.from({ length: 11 }, (_, index) => `t${index}`) }],
    [{ tags: ['x'.repeat(31)] }],
    [{ tags: ['Pune', 'pune '] }],
    [{ tags: [''] }],
    [{ tags: [5] }],
    [{ tags: null }],
    [{ title: null }],
  ])('rejects %j', async (body) => {
    const person = await registerPerson(test.app);
    const { id } = await createProfile(person, 'A');
    expect((await change(person, id, body)).status).toBe(400);
    expect((await person.api.get<Profile>(`/api/profiles/${id}`)).body).toMatchObject({ title: 'A', tags: [] });
  });

  it('finds profiles by title and tag, whatever the case and the signs', async () => {
    const { titles } = await three();
    expect(await titles('search=PUNE')).toEqual(['Consulting', 'banking 100%']);
    expect(await titles('search=appr')).toEqual(['Apprentice']);
    expect(await titles('search=%25')).toEqual(['banking 100%']);
    expect(await titles('search=_')).toEqual([]);
    expect(await titles('tag=finance')).toEqual(['banking 100%']);
    expect(await titles('tag=fin')).toEqual([]);
    expect(await titles('tag=pune&search=cons')).toEqual(['Consulting']);
  });

  it('lists in each order, page by page, and takes no cursor of another order', async () => {
    const { person, page, titles } = await three();
    expect(await titles('')).toEqual(['Consulting', 'Apprentice', 'banking 100%']);
    expect(await titles('sort=title')).toEqual(['Apprentice', 'banking 100%', 'Consulting']);
    const oldest = (await page('')).profiles.at(-1);
    test.clock.advance(1);
    await change(person, String(oldest?.id), { tags: [] });
    for (const [sort, expected] of [
      ['created', ['Consulting', 'Apprentice', 'banking 100%']],
      ['changed', ['banking 100%', 'Consulting', 'Apprentice']],
      ['title', ['Apprentice', 'banking 100%', 'Consulting']],
    ] as const) {
      const seen: string[] = [];
      let cursor: string | null = '';
      for (let pages = 0; cursor !== null && pages < 5; pages += 1) {
        const next: ProfileList = await page(
          `limit=1&sort=${sort}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        );
        seen.push(...next.profiles.map(({ title }) => title));
        cursor = next.nextCursor;
      }
      expect(seen).toEqual(expected);
    }
    const { nextCursor } = await page('limit=1&sort=title');
    const wrong = await person.api.get(`/api/profiles?sort=changed&cursor=${encodeURIComponent(String(nextCursor))}`);
    expect(wrong.status).toBe(400);
    expect((await person.api.get('/api/profiles?sort=size')).status).toBe(400);
  });

  it('counts the tags in use, those in the trash and of others not', async () => {
    const { person, page } = await three();
    const tags = async () => (await person.api.get<TagList>('/api/profiles/tags')).body.tags;
    expect(await tags()).toEqual([
      { tag: 'Finance', profiles: 1 },
      { tag: expect.stringMatching(/^pune$/i), profiles: 2 },
    ]);
    const [banking] = (await page('tag=finance')).profiles;
    await person.api.send('DELETE', `/api/profiles/${banking?.id}`);
    expect(await tags()).toEqual([{ tag: 'pune', profiles: 1 }]);
    const other = await registerPerson(test.app);
    expect((await other.api.get<TagList>('/api/profiles/tags')).body.tags).toEqual([]);
  });
});
