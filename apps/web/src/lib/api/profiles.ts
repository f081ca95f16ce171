import { request } from './http';
import type { Profile, ProfileList, Publication, PublicationBody, SlugAnswer, TrashList } from './types';

/** The tenant's profiles, most recently changed first. */
export async function fetchProfiles(cursor: string | null): Promise<ProfileList> {
  return (await request<ProfileList>('GET', '/profiles', { query: { cursor, limit: 24 } })).data;
}

/** One profile. @throws ApiProblem 404 */
export async function fetchProfile(id: string): Promise<Profile> {
  return (await request<Profile>('GET', `/profiles/${id}`)).data;
}

/** Creates an empty profile. */
export async function createProfile(title: string): Promise<Profile> {
  return (await request<Profile>('POST', '/profiles', { body: { title } })).data;
}

/** Gives a profile another title. */
export async function renameProfile(id: string, title: string): Promise<Profile> {
  return (await request<Profile>('PATCH', `/profiles/${id}`, { body: { title } })).data;
}

/** Moves a profile to the trash and takes its page down. */
export async function deleteProfile(id: string): Promise<void> {
  await request('DELETE', `/profiles/${id}`);
}

/** Makes a profile of another one's draft and files. @throws ApiProblem profiles.too-many */
export async function duplicateProfile(id: string, title: string): Promise<Profile> {
  return (await request<Profile>('POST', `/profiles/${id}/duplicate`, { body: { title } })).data;
}

/** What is in the trash, latest first. */
export async function fetchTrash(cursor: string | null): Promise<TrashList> {
  return (await request<TrashList>('GET', '/profiles/trash', { query: { cursor, limit: 24 } })).data;
}

/** Takes a profile out of the trash; it is not published again. @throws ApiProblem 404, profiles.too-many */
export async function restoreProfile(id: string): Promise<Profile> {
  return (await request<Profile>('POST', `/profiles/${id}/restore`, { body: {} })).data;
}

/** Publishes a profile or changes how it is published. @throws ApiProblem slug.taken, slug.reserved, profile.unsaved */
export async function publish(id: string, input: PublicationBody): Promise<Publication> {
  return (await request<Publication>('PUT', `/profiles/${id}/publication`, { body: input })).data;
}

/** Takes the page down at once. */
export async function unpublish(id: string): Promise<void> {
  await request('DELETE', `/profiles/${id}/publication`);
}

/** Whether an address is free, and one that is when it is not. */
export async function checkSlug(slug: string, signal?: AbortSignal): Promise<SlugAnswer> {
  return (await request<SlugAnswer>('GET', `/profiles/slugs/${encodeURIComponent(slug)}`, { signal })).data;
}
