import { randomUUID } from 'node:crypto';
import type { ProfileDocument } from '@canar/profile-document';
import { type Person, registerPerson } from '../auth/testing';
import { allowEditing, grantCredits } from '../credits/testing';
import type { TestResponse } from '../platform/testing/api-caller';
import type { TestApp } from '../test-app';
import { createProfile, saveDocument } from '../profiles/testing';

export type { ShareLink } from './dto/share-link.dto';

/** A profile of a new person who may publish, and the way to publish it. */
export interface Publishing {
  person: Person;
  id: string;
  slug: string;
  publish(terms?: object): Promise<TestResponse<Record<string, unknown>>>;
}

/** Makes a person with credits and a profile that is saved and public. */
export async function publishDocument(
  test: TestApp,
  document: ProfileDocument,
  terms: object = {},
): Promise<Publishing> {
  const person = await registerPerson(test.app);
  await allowEditing(test, person.user.tenantId);
  await grantCredits(test, person.user.tenantId);
  const { id } = await createProfile(person);
  const slug = `slug-${randomUUID().slice(0, 8)}`;
  const publish = (changed: object = {}) =>
    person.api.put(`/api/profiles/${id}/publication`, { body: { slug, visibility: 'public', ...changed } });
  await saveDocument(person, id, document);
  const answer = await publish(terms);
  if (answer.status !== 200) throw new Error(`Publishing answered ${answer.status}: ${answer.text}`);
  return { person, id, slug, publish };
}
