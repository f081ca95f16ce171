import { download, request } from './http';
import { ApiProblem, networkProblem, problemOf } from './problem';
import { session } from './session';
import type { Cv, Photo } from './types';

/** Called with the share of a file that has been sent, from 0 to 1. */
export type OnProgress = (share: number) => void;

/** Puts the profile's photo. @throws ApiProblem file.type, file.too-large */
export function uploadPhoto(profileId: string, file: File, onProgress: OnProgress): Promise<Photo> {
  return upload<Photo>(`/profiles/${profileId}/photo`, file, onProgress);
}

/** Puts the profile's CV. @throws ApiProblem file.type, file.too-large */
export function uploadCv(profileId: string, file: File, onProgress: OnProgress): Promise<Cv> {
  return upload<Cv>(`/profiles/${profileId}/cv`, file, onProgress);
}

/** Removes the photo. */
export async function removePhoto(profileId: string): Promise<void> {
  await request('DELETE', `/profiles/${profileId}/photo`);
}

/** Removes the CV. */
export async function removeCv(profileId: string): Promise<void> {
  await request('DELETE', `/profiles/${profileId}/cv`);
}

/** The CV as its owner uploaded it. */
export function downloadCv(profileId: string): Promise<Blob> {
  return download(`/profiles/${profileId}/cv/file`);
}

async function upload<T>(path: string, file: File, onProgress: OnProgress): Promise<T> {
  const used = session.headers();
  const first = await send(path, file, onProgress);
  if (first.status !== 401) return read<T>(first);
  await session.refresh(used);
  return read<T>(await send(path, file, onProgress));
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

/** Sends a file with XMLHttpRequest, because fetch does not tell how far an upload has come. */
function send(path: string, file: File, onProgress: OnProgress): Promise<Response> {
  return new Promise<Response>((resolve, reject: (problem: ApiProblem) => void) => {
    const call = new XMLHttpRequest();
    call.open('PUT', `/api${path}`);
    for (const [name, value] of Object.entries(session.headers())) call.setRequestHeader(name, value);
    call.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    call.onload = () => resolve(new Response(call.responseText, { status: call.status }));
    call.onerror = () => reject(networkProblem());
    const form = new FormData();
    form.append('file', file);
    call.send(form);
  });
}
