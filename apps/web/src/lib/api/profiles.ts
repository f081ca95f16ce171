import { deleteProfilesByIdPublication, getProfilesSlugsBySlug, putProfilesByIdPublication } from '@canar/api-client';
import { call } from './http';
import type { Publication, PublicationBody, SlugAnswer } from './types';

/** Publishes a profile or changes how it is published. @throws ApiProblem slug.taken, slug.reserved, profile.unsaved */
export async function publish(id: string, body: PublicationBody): Promise<Publication> {
  return (await call(putProfilesByIdPublication, { params: { path: { id } }, body })).data;
}

/** Takes the page down at once. */
export async function unpublish(id: string): Promise<void> {
  await call(deleteProfilesByIdPublication, { params: { path: { id } } });
}

/** Whether a slug is free, and a free one when it is not. */
export async function checkSlug(slug: string, signal?: AbortSignal): Promise<SlugAnswer> {
  return (await call(getProfilesSlugsBySlug, { params: { path: { slug } }, signal })).data;
}
