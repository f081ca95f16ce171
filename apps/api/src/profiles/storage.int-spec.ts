import { registerPerson, type Person } from '../auth/testing';
import { startTestApp, type TestApp } from '../test-app';
import { createProfile, multipart, readDraft } from './testing';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const megabyte = 1024 * 1024;
const cv = multipart(
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(9 * megabyte), Buffer.from('\n%%EOF')]),
  'a.pdf',
  'application/pdf',
);
const putCv = (person: Person, id: string) =>
  person.api.put<{ code: string; usedBytes: number; maxBytes: number }>(`/api/profiles/${id}/cv`, cv);
const usedBy = async (person: Person) =>
  (await person.api.get<{ usedBytes: number; maxBytes: number }>('/api/profiles/storage')).body;

it('rejects files beyond the storage of a free account, also when sent at once', async () => {
  const person = await registerPerson(test.app);
  const ids: string[] = [];
  for (let count = 0; count < 14; count += 1) ids.push((await createProfile(person, `Profile ${count}`)).id);
  const sent = await Promise.all(ids.map((id) => putCv(person, id)));
  const rejected = sent.filter(({ status }) => status !== 200);
  expect(rejected).toHaveLength(3);
  expect(rejected[0]).toMatchObject({ status: 409, body: { code: 'storage.quota', maxBytes: 100 * megabyte } });
  const { usedBytes, maxBytes } = await usedBy(person);
  expect(usedBytes).toBeGreaterThan(99 * megabyte);
  expect(usedBytes).toBeLessThanOrEqual(maxBytes);
  const files = await test.sql('SELECT 1 FROM profiles.files WHERE tenant_id = $1', [person.user.tenantId]);
  expect(files).toHaveLength(11);
  const replaced = sent.findIndex(({ status }) => status === 200);
  expect((await putCv(person, ids[replaced] ?? '')).status).toBe(200);
});

it('rejects a draft that grows beyond the storage, and accepts one that shrinks', async () => {
  const person = await registerPerson(test.app);
  const { id } = await createProfile(person);
  expect((await putCv(person, id)).status).toBe(200);
  await test.sql('UPDATE profiles.files SET bytes = $2 WHERE tenant_id = $1', [person.user.tenantId, 100 * megabyte]);
  const { etag } = await readDraft(person, id);
  const save = (document: object) =>
    person.api.put(`/api/profiles/${id}/draft`, { body: { document }, headers: { 'if-match': etag } });
  const grown = await save({ basics: { name: 'Asha Rao', summary: 'Longer than it was. '.repeat(20) } });
  expect(grown).toMatchObject({ status: 409, body: { code: 'storage.quota' } });
  expect((await save({})).status).toBe(200);
});
