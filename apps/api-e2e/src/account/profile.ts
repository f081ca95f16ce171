import { randomUUID } from 'node:crypto';
import type { ApiClient, Schema } from '@canar/api-client';
import { done } from './person';

/** A profile with a draft that differs from its latest revision. */
export interface EditedProfile {
  id: string;
  /** The ETag of the draft. */
  etag: string;
}

/** Makes a profile and types something into its draft. */
export async function editedProfile(client: ApiClient, name: string): Promise<EditedProfile> {
  const { id } = await done(client.POST('/api/profiles', { body: { title: name } }));
  return { id, etag: await typeInto(client, id, name) };
}

/** Changes the draft, whatever is in it. @returns the new ETag */
export async function typeInto(client: ApiClient, id: string, name: string): Promise<string> {
  const path = { id };
  const draft = await client.GET('/api/profiles/{id}/draft', { params: { path } });
  const header = { 'If-Match': etagOf(draft.response) };
  const body = { document: { basics: { name } } };
  const saved = client.PUT('/api/profiles/{id}/draft', { params: { path, header }, body });
  await done(saved);
  return etagOf((await saved).response);
}

/** Saves the draft as a revision. @param key the Idempotency-Key */
export function saveEdit(client: ApiClient, { id, etag }: EditedProfile, key: string = randomUUID()) {
  const header = { 'If-Match': etag, 'Idempotency-Key': key };
  return client.POST('/api/profiles/{id}/revisions', { params: { path: { id }, header } });
}

/** Publishes a saved profile under a slug. */
export async function publish(client: ApiClient, id: string, slug: string): Promise<void> {
  const shown: Schema<'PublicationBody'> = {
    slug,
    visibility: 'public',
    hiddenFields: ['phone', 'address'],
    showCv: false,
    template: 'classic',
  };
  await done(client.PUT('/api/profiles/{id}/publication', { params: { path: { id } }, body: shown }));
}

/** Takes a profile out of the public. */
export async function unpublish(client: ApiClient, id: string): Promise<void> {
  await done(client.DELETE('/api/profiles/{id}/publication', { params: { path: { id } } }));
}

/** A saved and published profile. */
export async function publishedProfile(client: ApiClient, slug: string): Promise<EditedProfile> {
  const profile = await editedProfile(client, slug);
  await done(saveEdit(client, profile));
  await publish(client, profile.id, slug);
  return profile;
}

/** The version of a document that an answer carries. @throws {Error} when it carries none */
export function etagOf(response: Response): string {
  const etag = response.headers.get('etag');
  if (etag === null) throw new Error(`${response.url} answered ${response.status} without an ETag.`);
  return etag;
}
