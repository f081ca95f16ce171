import { registerPerson } from '../auth/testing';
import { allowEditing, type EntryPage, grantCredits } from '../credits/testing';
import { JobHandlers } from '../platform/jobs/job-handlers';
import { FileStorage } from '../platform/storage/file-storage';
import { eventually } from '../platform/testing/eventually';
import { startTestApp, type TestApp } from '../test-app';
import type { Profile, ProfileList } from './dto/profile.dto';
import type { TrashList } from './dto/trash.dto';
import { cvKey } from './files/persistence/file.repository';
import { createProfile, putCv, readDraft, saveDocument, writeDraft } from './testing';
import { emptyTrashJob } from './use-cases/empty-trash';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

async function subscriber() {
  const person = await registerPerson(test.app);
  await allowEditing(test, person.user.tenantId);
  await grantCredits(test, person.user.tenantId, { amount: 100 });
  return person;
}
const day = 24 * 60 * 60 * 1000;
/** Lets a profile have been in the trash for so long; the sign-in would not last a month. */
const age = (id: string, days: number) =>
  test.sql(`UPDATE profiles.profiles SET deleted_at = deleted_at - $2 * interval '1 day' WHERE id = $1`, [id, days]);
const emptyTrash = () => test.app.get(JobHandlers).work(emptyTrashJob, {});

describe('a duplicate', () => {
  it('duplicates draft and files, but neither revisions nor publication', async () => {
    const person = await subscriber();
    const { id } = await createProfile(person);
    await saveDocument(person, id, { basics: { name: 'Asha' }, work: [{ name: 'Acme' }] });
    await putCv(person, id);
    const copy = await person.api.post<Profile>(`/api/profiles/${id}/duplicate`, { body: { title: 'Copy' } });
    expect(copy.status).toBe(201);
    expect(copy.body).toMatchObject({ title: 'Copy', latestRevision: null, publication: null });
    expect((await readDraft(person, copy.body.id)).document).toEqual((await readDraft(person, id)).document);
    await person.api.send('DELETE', `/api/profiles/${id}/cv`, {});
    expect((await person.api.get(`/api/profiles/${copy.body.id}/cv/file`)).status).toBe(200);
  });

  it('changes a duplicate without changing the original', async () => {
    const person = await subscriber();
    const { id } = await createProfile(person);
    const { body } = await person.api.post<Profile>(`/api/profiles/${id}/duplicate`, { body: { title: 'Copy' } });
    await writeDraft(person, body.id, { basics: { name: 'Other' } });
    expect((await readDraft(person, id)).document.basics?.name).toBe(person.user.name);
  });
});

describe('trash', () => {
  it('restores a deleted profile unchanged within thirty days', async () => {
    const person = await subscriber();
    const { id } = await createProfile(person, 'Old one');
    await saveDocument(person, id, { basics: { name: 'Asha' } });
    await person.api.send('DELETE', `/api/profiles/${id}`, {});
    await age(id, 29);
    await emptyTrash();
    const listed = (await person.api.get<TrashList>('/api/profiles/trash')).body.profiles;
    expect(listed).toMatchObject([{ id, title: 'Old one' }]);
    expect(Date.parse(listed[0]?.purgedAt ?? '') - Date.parse(listed[0]?.deletedAt ?? '')).toBe(30 * day);
    expect((await person.api.get(`/api/profiles/${id}`)).status).toBe(404);
    const restored = await person.api.post<Profile>(`/api/profiles/${id}/restore`, { body: {} });
    expect([restored.status, restored.body.latestRevision, restored.body.publication]).toEqual([200, 1, null]);
    expect((await person.api.get<TrashList>('/api/profiles/trash')).body.profiles).toEqual([]);
    expect((await person.api.get<ProfileList>('/api/profiles')).body.profiles).toHaveLength(1);
  });

  it('purges rows and bytes after 30 days; the statement and other profiles stay', async () => {
    const person = await subscriber();
    const [gone, left] = [await createProfile(person, 'Gone'), await createProfile(person, 'Kept')];
    await saveDocument(person, gone.id, { basics: { name: 'Asha' } });
    const cv = await putCv(person, gone.id);
    await person.api.put(`/api/profiles/${gone.id}/publication`, { body: { slug: 'soon-gone', visibility: 'public' } });
    const shared = await person.api.post(`/api/profiles/${gone.id}/share-links`, { body: { label: 'Friend' } });
    expect(shared.status).toBe(201);
    await person.api.send('DELETE', `/api/profiles/${gone.id}`, {});
    await age(gone.id, 30);
    await emptyTrash();
    const tables = ['profiles', 'drafts', 'revisions', 'files', 'share_links'];
    for (const table of tables) {
      const column = table === 'profiles' ? 'id' : 'profile_id';
      expect(await test.sql(`SELECT 1 FROM profiles.${table} WHERE ${column} = $1`, [gone.id])).toEqual([]);
    }
    const storage = test.app.get(FileStorage);
    await eventually(
      () => storage.get(cvKey(person.user.tenantId, cv.id)),
      (file) => file === null,
    );
    expect((await person.api.post(`/api/profiles/${gone.id}/restore`, { body: {} })).status).toBe(404);
    expect((await person.api.get(`/api/profiles/${left.id}`)).status).toBe(200);
    const { entries } = (await person.api.get<EntryPage>('/api/credits/entries?limit=5')).body;
    expect(entries.find(({ kind }) => kind === 'charge')).toMatchObject({ amount: -5 });
  });

  it('rejects restoring a profile that is not in the trash', async () => {
    const person = await subscriber();
    const { id } = await createProfile(person);
    expect((await person.api.post(`/api/profiles/${id}/restore`, { body: {} })).status).toBe(404);
  });

  it('lists the trash page by page', async () => {
    const person = await subscriber();
    for (const title of ['One', 'Two', 'Three']) {
      const { id } = await createProfile(person, title);
      await person.api.send('DELETE', `/api/profiles/${id}`, {});
      test.clock.advance(1);
    }
    const first = (await person.api.get<TrashList>('/api/profiles/trash?limit=2')).body;
    const second = (await person.api.get<TrashList>(`/api/profiles/trash?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.profiles, ...second.profiles].map(({ title }) => title)).toEqual(['Three', 'Two', 'One']);
    expect(second.nextCursor).toBeNull();
  });
});
