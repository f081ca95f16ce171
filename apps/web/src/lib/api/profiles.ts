import {
  deleteProfilesById,
  deleteProfilesByIdPublication,
  getProfiles,
  getProfilesById,
  getProfilesSlugsBySlug,
  getProfilesTrash,
  patchProfilesById,
  postProfiles,
  postProfilesByIdDuplicate,
  postProfilesByIdRestore,
  putProfilesByIdPublication,
} from '@canar/api-client';
import { call } from './http';
import type { Profile, ProfileList, Publication, PublicationBody, SlugAnswer, TrashList } from './types';

const pageOf = (cursor: string | null) => ({ query: { cursor: cursor ?? undefined, limit: 24 } });

/** The tenant's profiles, most recently changed first. */
export async function fetchProfiles(cursor: string | null): Promise<ProfileList> {
  return (await call(getProfiles, { params: pageOf(cursor) })).data;
}

/** One profile. @throws ApiProblem 404 */
export async function fetchProfile(id: string): Promise<Profile> {
  return (await call(getProfilesById, { params: { path: { id } } })).data;
}

/** Creates an empty profile. */
export async function createProfile(title: string): Promise<Profile> {
  return (await call(postProfiles, { body: { title } })).data;
}

/** Gives a profile another title. */
export async function renameProfile(id: string, title: string): Promise<Profile> {
  return (await call(patchProfilesById, { params: { path: { id } }, body: { title } })).data;
}

/** Moves a profile to the trash and takes its page down. */
export async function deleteProfile(id: string): Promise<void> {
  await call(deleteProfilesById, { params: { path: { id } } });
}

/** Creates a profile from the draft and files of another. @throws ApiProblem profiles.too-many */
export async function duplicateProfile(id: string, title: string): Promise<Profile> {
  return (await call(postProfilesByIdDuplicate, { params: { path: { id } }, body: { title } })).data;
}

/** What is in the trash, latest first. */
export async function fetchTrash(cursor: string | null): Promise<TrashList> {
  return (await call(getProfilesTrash, { params: pageOf(cursor) })).data;
}

/** Takes a profile out of the trash; it is not published again. @throws ApiProblem 404, profiles.too-many */
export async function restoreProfile(id: string): Promise<Profile> {
  return (await call(postProfilesByIdRestore, { params: { path: { id } } })).data;
}

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
