import { registerPerson } from '../auth/testing';
import { allowEditing, grantCredits } from '../credits/testing';
import { startTestApp, type TestApp } from '../test-app';
import type { Comparison } from './dto/comparison.dto';
import { createProfile, readDraft, saveDocument, writeDraft } from './testing';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

async function edited() {
  const person = await registerPerson(test.app);
  await allowEditing(test, person.user.tenantId);
  await grantCredits(test, person.user.tenantId, { amount: 100 });
  const { id } = await createProfile(person);
  await saveDocument(person, id, { basics: { name: 'One' }, work: [{ name: 'Acme' }] });
  const { document } = await readDraft(person, id);
  await saveDocument(person, id, { ...document, basics: { name: 'Two' } });
  await writeDraft(person, id, { ...document, basics: { name: 'Three' }, work: [] });
  const compare = (from: string, to: string) =>
    person.api.get<Comparison>(`/api/profiles/${id}/comparison?from=${from}&to=${to}`);
  return { person, id, compare };
}

it('compares two revisions, or a revision and the draft, field by field', async () => {
  const { compare } = await edited();
  const name = { section: 'basics', field: 'name' };
  expect((await compare('1', '2')).body.changes).toEqual([
    { kind: 'changed', place: name, before: 'One', after: 'Two' },
  ]);
  expect((await compare('2', 'draft')).body.changes).toMatchObject([
    { kind: 'removed', place: { section: 'work', item: { title: 'Acme' } }, before: { name: 'Acme' } },
    { kind: 'changed', place: name, before: 'Two', after: 'Three' },
  ]);
  expect((await compare('2', '2')).body.changes).toEqual([]);
});

it('rejects a comparison with an unknown or malformed state', async () => {
  const { compare } = await edited();
  expect((await compare('1', '9')).status).toBe(404);
  for (const state of ['0', 'latest', '-1', '1.5', '1e9999']) expect((await compare(state, '1')).status).toBe(400);
});

it('increments the version of the draft when a revision is restored', async () => {
  const { person, id } = await edited();
  const { etag } = await readDraft(person, id);
  const restore = (ifMatch: string) =>
    person.api.post(`/api/profiles/${id}/revisions/1/restore`, { body: {}, headers: { 'if-match': ifMatch } });
  const restored = await restore(etag);
  expect([restored.status, restored.headers['etag'] === etag]).toEqual([200, false]);
  expect((await restore(etag)).status).toBe(412);
  const edits = await person.api.get<Comparison>(`/api/profiles/${id}/comparison?from=1&to=draft`);
  expect(edits.body.changes).toEqual([]);
});
