import { randomUUID } from 'node:crypto';
import { makeOperator, type Person } from '../auth/testing';
import { subscribe } from '../billing/testing';
import { ApiCaller } from '../platform/testing/api-caller';
import { createProfile, multipart, photoWithMetadata, saveRevision, smallPdf, writeDraft } from '../profiles/testing';
import type { TestApp } from '../test-app';

/** A person with the mark that they have written everywhere. */
export interface Marked {
  person: Person;
  mark: string;
  slug: string;
  profile: string;
}

/** A person who has written the mark into every field that takes a text. */
export async function markedPerson(test: TestApp): Promise<Marked> {
  const anonymous = new ApiCaller(test.app);
  const mark = `m${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  const slug = `of-${mark}`;
  const api = new ApiCaller(test.app).with({ 'user-agent': `Browser ${mark}` });
  const registered = await api.post<Person>('/api/register', {
    body: { email: `${mark}@example.in`, password: 'a quiet phrase', name: `Name ${mark}` },
  });
  const signedIn = api.with({ authorization: `Bearer ${registered.body.accessToken}` });
  const person = { ...registered.body, api: signedIn, password: 'a quiet phrase', cookie: '', deviceCookie: '' };
  const buyer = await signedIn.put('/api/billing/details', {
    body: { name: `Buyer ${mark}`, address: [mark], state: null, gstin: null },
  });
  expect(buyer.status).toBe(200);
  await subscribe(person);
  const { id } = await createProfile(person, `Title ${mark}`);
  const document = { basics: { name: mark, email: `${mark}@example.in` }, work: [{ name: mark, highlights: [mark] }] };
  await saveRevision(person, id, await writeDraft(person, id, document), `key of ${mark}`);
  await signedIn.send('PATCH', `/api/profiles/${id}`, { body: { tags: [mark] } });
  await signedIn.send('PATCH', `/api/profiles/${id}/revisions/1`, { body: { name: `Edit ${mark}` } });
  const photo = await photoWithMetadata(300, 300);
  await signedIn.put(`/api/profiles/${id}/photo`, multipart(photo, `${mark}.jpg`));
  const cv = Buffer.concat([smallPdf, Buffer.from(`\n%${mark}`)]);
  await signedIn.put(`/api/profiles/${id}/cv`, multipart(cv, `${mark}.pdf`, 'application/pdf'));
  const published = await signedIn.put(`/api/profiles/${id}/publication`, { body: { slug, visibility: 'public' } });
  expect(published.status).toBe(200);
  await signedIn.post(`/api/profiles/${id}/share-links`, { body: { label: `For ${mark}` } });
  await signedIn.post('/api/user/consents', { body: { consents: [{ document: 'terms', version: '2026-01-01' }] } });
  await test.sql('UPDATE auth.users SET email_verified_at = now() WHERE id = $1', [person.user.id]);
  const invited = await signedIn.post('/api/invitations', {
    body: { email: `friend-of-${mark}@example.in`, role: 'viewer' },
  });
  expect(invited.status).toBe(201);
  const changed = await signedIn.post('/api/auth/email-change', { body: { email: `new-${mark}@example.in` } });
  expect(changed.status).toBeLessThan(300);
  const trashed = await createProfile(person, `Trash ${mark}`);
  await signedIn.send('DELETE', `/api/profiles/${trashed.id}`);
  await anonymous.post('/api/login', { body: { email: `${mark}@example.in`, password: 'not the right one' } });
  await anonymous.get(`/p/${slug}`);
  const operator = await makeOperator(test);
  await operator.api.post(`/api/operator/accounts/${person.user.id}/resend-verification`, {
    body: { reason: `Asked by ${mark}` },
  });
  return { person, mark, slug, profile: id };
}
