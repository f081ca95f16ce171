import { randomUUID } from 'node:crypto';
import { registerPerson } from '../auth/testing';
import { allowEditing, type Credits, type EntryPage, grantCredits } from '../credits/testing';
import { startTestApp, type TestApp } from '../test-app';
import { createProfile, readDraft, saveDocument, saveRevision, writeDraft } from './testing';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

async function subscriber(amount = 500) {
  const person = await registerPerson(test.app);
  await allowEditing(test, person.user.tenantId);
  if (amount > 0) await grantCredits(test, person.user.tenantId, { amount });
  return person;
}

const balanceOf = async (person: Awaited<ReturnType<typeof registerPerson>>) =>
  (await person.api.get<Credits>('/api/credits')).body.balance;

describe('drafts', () => {
  it('creates a draft with the name and email of the owner', async () => {
    const person = await subscriber();
    const { id } = await createProfile(person);
    expect((await readDraft(person, id)).document.basics).toEqual({ name: person.user.name, email: person.user.email });
  });

  it('saves a draft free with unknown fields, adds item ids, reports warnings', async () => {
    const person = await subscriber();
    const { id } = await createProfile(person);
    const { etag } = await readDraft(person, id);
    const document = { basics: { name: 'Asha', url: 'htp:/unfinished' }, work: [{ name: 'Acme', mood: 'good' }] };
    const saved = await person.api.put(`/api/profiles/${id}/draft`, {
      body: { document },
      headers: { 'if-match': etag },
    });
    expect(saved.body['warnings']).toEqual([{ pointer: '/basics/url', code: expect.any(String) }]);
    const stored = (await readDraft(person, id)).document;
    expect(stored).toMatchObject(document);
    expect(stored.meta?.canar?.ids?.['work']).toHaveLength(1);
    expect(await balanceOf(person)).toBe(500);
  });

  it('rejects a draft without If-Match (428) and a stale one with the current (412)', async () => {
    const person = await subscriber();
    const { id } = await createProfile(person);
    const { etag } = await readDraft(person, id);
    const put = (name: string, headers: Record<string, string>) =>
      person.api.put(`/api/profiles/${id}/draft`, { body: { document: { basics: { name } } }, headers });
    expect((await put('A', {})).status).toBe(428);
    const first = await put('B', { 'if-match': `W/${etag}` });
    const second = await put('C', { 'if-match': etag });
    expect([first.status, second.status]).toEqual([200, 412]);
    expect(second.body).toMatchObject({
      code: 'draft.stale',
      current: { document: { basics: { name: 'B' } }, etag: first.headers['etag'] },
    });
  });

  it.each([
    ['a forbidden link', { basics: { url: 'javascript:alert(1)' } }],
    ['NUL', { basics: { name: 'a\u0000b' } }],
    ['a wrong shape', { work: 'none' }],
    ['what grows too large with names for its items', { work: Array(500).fill({ summary: 'x'.repeat(1_013) }) }],
  ])('rejects a draft with %s and changes nothing', async (_, document) => {
    const person = await subscriber();
    const { id } = await createProfile(person);
    const before = await readDraft(person, id);
    const refused = await person.api.put(`/api/profiles/${id}/draft`, {
      body: { document },
      headers: { 'if-match': before.etag },
    });
    expect([refused.status, refused.body['code']]).toEqual([400, 'document.invalid']);
    expect(await readDraft(person, id)).toEqual(before);
  });

  it('rejects a draft body with __proto__ or an unknown field', async () => {
    const person = await subscriber();
    const { id } = await createProfile(person);
    const { etag } = await readDraft(person, id);
    const headers = { 'if-match': etag };
    for (const body of ['{"document":{"__proto__":{"a":1}}}', '{"document":{},"credits":5}', '[]', '"x"']) {
      expect((await person.api.put(`/api/profiles/${id}/draft`, { body, headers })).status).toBe(400);
    }
  });
});

describe('saving a revision', () => {
  it('charges five credits for a revision and returns the balance', async () => {
    const person = await subscriber();
    const { id } = await createProfile(person);
    const saved = await saveDocument(person, id, { basics: { name: 'Asha' } });
    expect(saved.status).toBe(201);
    expect(saved.body).toMatchObject({
      revision: { number: 1, undone: false },
      charge: { credits: 5, balanceAfter: 495 },
    });
    expect(await balanceOf(person)).toBe(495);
  });

  it('charges nothing for an unchanged draft, whatever the order of keys', async () => {
    const person = await subscriber();
    const { id } = await createProfile(person);
    await saveDocument(person, id, { basics: { name: 'Asha', label: 'Engineer' } });
    const again = await saveDocument(person, id, { basics: { label: 'Engineer', name: 'Asha' } });
    expect([again.status, again.body.charge, again.body.revision.number]).toEqual([200, null, 1]);
    expect(await balanceOf(person)).toBe(495);
  });

  it('saves once for twenty parallel requests with one key: same bytes, one charge', async () => {
    const person = await subscriber();
    const { id } = await createProfile(person);
    const etag = await writeDraft(person, id, { basics: { name: 'Asha' } });
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => saveRevision(person, id, etag, key)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(19);
    expect(await balanceOf(person)).toBe(495);
  });

  it('rejects an idempotency key that was used for another request', async () => {
    const person = await subscriber();
    const { id } = await createProfile(person);
    const key = randomUUID();
    await saveRevision(person, id, await writeDraft(person, id, { basics: { name: 'A' } }), key);
    const other = await saveRevision(person, id, await writeDraft(person, id, { basics: { name: 'B' } }), key);
    expect([other.status, other.body]).toMatchObject([422, { code: 'idempotency.key-reused' }]);
  });

  it('rejects a save in order: profile, key, version, stale, subscription, credits', async () => {
    const poor = await registerPerson(test.app);
    const { id } = await createProfile(poor);
    const { etag } = await readDraft(poor, id);
    const save = async (profile: string, headers: Record<string, string>) => {
      const { status, body } = await poor.api.post(`/api/profiles/${profile}/revisions`, { body: {}, headers });
      return [status, body['code']];
    };
    const key = { 'idempotency-key': randomUUID() };
    expect(await save(randomUUID(), {})).toEqual([404, 'not-found']);
    expect(await save(id, {})).toEqual([400, 'idempotency.key-required']);
    expect(await save(id, key)).toEqual([428, 'if-match.required']);
    expect(await save(id, { ...key, 'if-match': '"0"' })).toEqual([412, 'draft.stale']);
    expect(await save(id, { ...key, 'if-match': etag })).toEqual([402, 'subscription.required']);
    await allowEditing(test, poor.user.tenantId);
    const refused = await poor.api.post(`/api/profiles/${id}/revisions`, {
      body: {},
      headers: { ...key, 'if-match': etag },
    });
    expect(refused.body).toMatchObject({ code: 'credits.insufficient', balance: 0, required: 5 });
  });

  it('stores nothing of a rejected save and frees its key', async () => {
    const person = await subscriber(0);
    const { id } = await createProfile(person);
    const key = randomUUID();
    const etag = await writeDraft(person, id, { basics: { name: 'Asha' } });
    expect((await saveRevision(person, id, etag, key)).status).toBe(402);
    await grantCredits(test, person.user.tenantId, { amount: 5 });
    const saved = await saveRevision(person, id, etag, key);
    expect([saved.status, saved.body.revision.number]).toEqual([201, 1]);
  });
});

describe('undo', () => {
  const undo = (person: Awaited<ReturnType<typeof subscriber>>, id: string, number: number) =>
    person.api.post(`/api/profiles/${id}/revisions/${number}/undo`, {
      body: {},
      headers: { 'idempotency-key': randomUUID() },
    });

  it('undoes a revision: refunds credits, keeps the number used and the draft', async () => {
    const person = await subscriber();
    const { id } = await createProfile(person);
    await saveDocument(person, id, { basics: { name: 'One' } });
    const undone = await undo(person, id, 1);
    expect(undone.body).toMatchObject({
      revision: { number: 1, undone: true },
      reversal: { credits: 5, balanceAfter: 500 },
    });
    expect((await readDraft(person, id)).document.basics?.name).toBe('One');
    const next = await saveDocument(person, id, { basics: { name: 'One' } });
    expect(next.body.revision.number).toBe(2);
  });

  it('undoes only the latest revision, within ten minutes, once', async () => {
    const person = await subscriber();
    const { id } = await createProfile(person);
    await saveDocument(person, id, { basics: { name: 'One' } });
    await saveDocument(person, id, { basics: { name: 'Two' } });
    expect((await undo(person, id, 1)).body['code']).toBe('revision.not-latest');
    expect((await undo(person, id, 2)).status).toBe(200);
    expect((await undo(person, id, 2)).body['code']).toBe('revision.not-latest');
    test.clock.advance(600);
    expect((await undo(person, id, 1)).body['code']).toBe('undo.too-late');
    expect(await balanceOf(person)).toBe(495);
  });

  it('lists an undo on the statement with profile and revision', async () => {
    const person = await subscriber();
    const { id } = await createProfile(person, 'Data engineer');
    await saveDocument(person, id, { basics: { name: 'One' } });
    await undo(person, id, 1);
    const { entries } = (await person.api.get<EntryPage>('/api/credits/entries?limit=3')).body;
    expect(entries.map(({ kind, amount, balanceAfter }) => [kind, amount, balanceAfter])).toEqual([
      ['reversal', 5, 500],
      ['charge', -5, 495],
      ['grant', 500, 500],
    ]);
    expect(entries[1]).toMatchObject({
      action: 'profile.edit',
      profile: { id, title: 'Data engineer' },
      revisionNumber: 1,
    });
  });
});

it('restores a revision into the draft', async () => {
  const person = await subscriber();
  const { id } = await createProfile(person);
  await saveDocument(person, id, { basics: { name: 'One' } });
  const etag = await writeDraft(person, id, { basics: { name: 'Two' } });
  const restored = await person.api.post(`/api/profiles/${id}/revisions/1/restore`, {
    body: {},
    headers: { 'if-match': etag },
  });
  expect(restored.body).toMatchObject({ document: { basics: { name: 'One' } } });
});
